/** The day it is, ISO, in UTC. */
export const today = (): string => new Date().toISOString().slice(0, 10);
