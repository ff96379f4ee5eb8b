/** The package's version, put in when the program is built. */
declare const PROGRAM_VERSION: string;

/** Which program this is, as files say that it made. */
export const PROGRAM = `Claimline ${PROGRAM_VERSION}`;
