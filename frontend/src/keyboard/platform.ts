/** Whether the machine's command key is ⌘. */
export const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
