/** The newest form of a project file that this release reads, and the one it writes. */
export const FORMAT_VERSION = 1

/** The key, first in every file, that holds the version of its form. */
export const VERSION_KEY = 'gatewright'
