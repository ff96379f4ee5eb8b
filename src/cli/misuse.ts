/** The command was called wrongly: exit code 2. The message says what was given and what is possible. */
export class Misuse extends Error {}
