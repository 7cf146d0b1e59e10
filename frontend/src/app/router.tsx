import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';

import { architecturesQuery, stencilsQuery } from '@/api/board';
import { judgeQuery, problemsQuery } from '@/api/code';
import {
  attemptQuery,
  guideQuery,
  itemQuery,
  itemsQuery,
  progressQuery,
  readinessQuery,
  sessionQuery,
  settingsQuery,
  summaryQuery,
  todayQuery,
  topicsQuery,
} from '@/api/queries';
import { readCodeSearch, readGuideSearch, readLibrarySearch, readRapidSearch, readSessionSearch } from '@/app/search';
import { Crash } from '@/app/shell/Crash';
import { NotFound } from '@/app/shell/NotFound';
import { Pending } from '@/app/shell/Pending';
import { Shell } from '@/app/shell/Shell';
import { TodayPage } from '@/features/today/TodayPage';

import { queryClient } from './queryClient';

/** Data is asked for while the room's code is still on its way; the room itself waits for it. */
const ask: typeof queryClient.query = (query) => queryClient.query(query).catch(() => undefined as never);

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const today = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: TodayPage,
  loader: () => {
    void ask(todayQuery);
    void ask(settingsQuery);
  },
});

const rapid = createRoute({
  getParentRoute: () => root,
  path: '/rapid',
  validateSearch: readRapidSearch,
  component: lazyRouteComponent(() => import('@/features/rapid/RapidPage'), 'RapidPage'),
  loader: () => {
    void ask(topicsQuery);
    void ask(itemsQuery({ kind: ['rapid'] }));
  },
});

const deep = createRoute({
  getParentRoute: () => root,
  path: '/deep',
  component: lazyRouteComponent(() => import('@/features/deep/DeepPage'), 'DeepPage'),
  loader: () => {
    void ask(topicsQuery);
    void ask(itemsQuery({ kind: ['deep'] }));
  },
});

const session = createRoute({
  getParentRoute: () => root,
  path: '/session/$id',
  validateSearch: readSessionSearch,
  component: lazyRouteComponent(() => import('@/features/session/SessionPage'), 'SessionPage'),
  loader: ({ params }) => {
    void ask(sessionQuery(params.id));
    void ask(settingsQuery);
  },
});

const summary = createRoute({
  getParentRoute: () => root,
  path: '/session/$id/summary',
  component: lazyRouteComponent(() => import('@/features/summary/SummaryPage'), 'SummaryPage'),
  loader: ({ params }) => {
    void ask(summaryQuery(params.id));
  },
});

const attempt = createRoute({
  getParentRoute: () => root,
  path: '/attempt/$id',
  component: lazyRouteComponent(() => import('@/features/feedback/AttemptPage'), 'AttemptPage'),
  loader: ({ params }) => {
    void ask(attemptQuery(params.id));
  },
});

const code = createRoute({
  getParentRoute: () => root,
  path: '/code',
  validateSearch: readCodeSearch,
  component: lazyRouteComponent(() => import('@/features/code/list/CodePage'), 'CodePage'),
  loader: () => {
    void ask(topicsQuery);
    void ask(problemsQuery);
  },
});

const problem = createRoute({
  getParentRoute: () => root,
  path: '/code/$problem',
  component: lazyRouteComponent(() => import('@/features/code/ProblemPage'), 'ProblemPage'),
  loader: () => {
    void ask(topicsQuery);
    void ask(judgeQuery);
  },
});

const board = createRoute({
  getParentRoute: () => root,
  path: '/board',
  component: lazyRouteComponent(() => import('@/features/board/list/BoardPage'), 'BoardPage'),
  loader: () => {
    void ask(topicsQuery);
    void ask(architecturesQuery);
  },
});

const architecture = createRoute({
  getParentRoute: () => root,
  path: '/board/$architecture',
  component: lazyRouteComponent(() => import('@/features/board/ArchitecturePage'), 'ArchitecturePage'),
  loader: () => {
    void ask(stencilsQuery);
  },
});

const guide = createRoute({
  getParentRoute: () => root,
  path: '/guide',
  validateSearch: readGuideSearch,
  component: lazyRouteComponent(() => import('@/features/guide/GuidePage'), 'GuidePage'),
  loader: () => {
    void ask(guideQuery);
  },
});

const readiness = createRoute({
  getParentRoute: () => root,
  path: '/readiness',
  component: lazyRouteComponent(() => import('@/features/readiness/ReadinessPage'), 'ReadinessPage'),
  loader: () => {
    void ask(readinessQuery);
  },
});

const library = createRoute({
  getParentRoute: () => root,
  path: '/library',
  validateSearch: readLibrarySearch,
  component: lazyRouteComponent(() => import('@/features/library/LibraryPage'), 'LibraryPage'),
  loader: () => {
    void ask(topicsQuery);
    void ask(itemsQuery({}));
  },
});

const item = createRoute({
  getParentRoute: () => root,
  path: '/library/$kind/$slug',
  beforeLoad: ({ params }) => {
    // A coding problem and an architecture have pages of their own, which do not give their solutions away.
    if (params.kind === 'board') throw redirect({ to: '/board/$architecture', params: { architecture: params.slug }, replace: true });
    if (params.kind === 'code') throw redirect({ to: '/code/$problem', params: { problem: params.slug }, replace: true });
  },
  component: lazyRouteComponent(() => import('@/features/library/ItemPage'), 'ItemPage'),
  loader: ({ params }) => {
    void ask(itemQuery(params.kind, params.slug));
    void ask(topicsQuery);
  },
});

const progress = createRoute({
  getParentRoute: () => root,
  path: '/progress',
  component: lazyRouteComponent(() => import('@/features/progress/ProgressPage'), 'ProgressPage'),
  loader: () => {
    void ask(progressQuery);
  },
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('@/features/settings/SettingsPage'), 'SettingsPage'),
  loader: () => {
    void ask(settingsQuery);
  },
});

export const router = createRouter({
  routeTree: root.addChildren([
    today,
    rapid,
    deep,
    session,
    summary,
    attempt,
    code,
    problem,
    board,
    architecture,
    guide,
    readiness,
    library,
    item,
    progress,
    settings,
  ]),
  defaultPreload: 'intent',
  defaultPendingComponent: Pending,
  defaultErrorComponent: Crash,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  interface HistoryState {
    /** The candidate has just asked for the next question: its clock may start. */
    go?: boolean;
  }
}
