import type { Plugin } from 'vite'

/** Writes the packages that went into the build called `name` to `<folder>/<name>.json`. */
export function recordBundledPackages(folder: string, name: string): Plugin
