/** How many lines of a list are shown at first, and with each step further. */
export const PAGE = 50;
