import {
  ActionIcon,
  Button,
  Modal,
  Tooltip,
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';

const pen: MantineColorsTuple = [
  '#fffbe8',
  '#fff3c4',
  '#ffe99a',
  '#ffe071',
  '#ffd84d',
  '#f0b900',
  '#cf9d00',
  '#a67c00',
  '#7a5b00',
  '#523d00',
];

const gray: MantineColorsTuple = [
  '#f5f6f3',
  '#eaede8',
  '#e3e6e1',
  '#dcdfd9',
  '#c3c8c2',
  '#a4abb3',
  '#868d97',
  '#626975',
  '#474e59',
  '#14181f',
];

const dark: MantineColorsTuple = [
  '#eff0eb',
  '#bcc1c8',
  '#939aa5',
  '#6b7482',
  '#3a424e',
  '#292f39',
  '#171b22',
  '#0f1217',
  '#0a0d11',
  '#07090c',
];

/** What each look of a button is made of; the primary one is the highlighter itself. */
const buttonColors: Record<string, Record<string, string>> = {
  filled: { bg: 'var(--pen)', hover: 'var(--pen-hover)', color: 'var(--on-pen)', bd: '1px solid transparent' },
  default: { bg: 'var(--surface)', hover: 'var(--sunken)', color: 'var(--ink)', bd: '1px solid var(--line-strong)' },
  subtle: { bg: 'transparent', hover: 'var(--sunken)', color: 'var(--ink)', bd: '1px solid transparent' },
  danger: { bg: 'transparent', hover: 'var(--contradicted-wash)', color: 'var(--contradicted)', bd: '1px solid currentColor' },
};

export const theme = createTheme({
  primaryColor: 'pen',
  primaryShade: 4,
  colors: { pen, gray, dark },
  black: '#14181f',
  white: '#ffffff',
  fontFamily: 'var(--font-ui)',
  fontFamilyMonospace: 'var(--font-code)',
  headings: { fontFamily: 'var(--font-display)' },
  defaultRadius: 'md',
  radius: { md: '10px', lg: '12px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  autoContrast: true,
  components: {
    Button: Button.extend({
      defaultProps: { variant: 'default', fw: 600 },
      vars: (_theme, props) => {
        const look = buttonColors[props.variant ?? 'default'];
        if (look === undefined) return { root: {} };
        return {
          root: {
            '--button-bg': look.bg,
            '--button-hover': look.hover,
            '--button-color': look.color,
            '--button-bd': look.bd,
          },
        };
      },
    }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { variant: 'subtle', size: 'lg' },
      vars: () => ({
        root: { '--ai-bg': 'transparent', '--ai-hover': 'var(--sunken)', '--ai-color': 'var(--ink)' },
      }),
    }),
    Modal: Modal.extend({
      defaultProps: { centered: true, radius: 'lg', overlayProps: { backgroundOpacity: 0.45, blur: 3 } },
    }),
    Tooltip: Tooltip.extend({ defaultProps: { withArrow: true, openDelay: 300 } }),
  },
});

/** Mantine's own variables, drawn from our tokens. */
export const variables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-3)',
    '--mantine-color-placeholder': 'var(--ink-3)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--sunken)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-error': 'var(--contradicted)',
    '--mantine-color-anchor': 'var(--ink)',
    '--mantine-color-bright': 'var(--ink)',
  };
  return { variables: {}, light: shared, dark: shared };
};
