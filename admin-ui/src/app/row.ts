/** One line of the column of sections. */
export const row = 'flex min-h-11 items-center gap-3 rounded-sm px-3 text-left font-medium transition-colors duration-(--quick) max-pane:gap-2';
