import { resolve } from 'node:path'

export const START_USAGE = `npm start [-- [--browser] [FILE]]

  --browser  use the browser instead of Electron
  FILE       a project (*.gatewright.yaml) or an API document to open`

/** What `npm start` was asked for: a host, a file, or why the arguments make no sense. `from` is the person's folder. */
export function parseStartArguments(args, from) {
  const unknown = args.find((arg) => arg.startsWith('-') && !['--browser', '--help', '-h'].includes(arg))
  const files = args.filter((arg) => !arg.startsWith('-'))
  if (unknown) return { error: `npm start does not know the option ${unknown}.` }
  if (files.length > 1) return { error: `npm start opens one file, ${files.length} were given.` }
  return {
    wantsHelp: args.includes('--help') || args.includes('-h'),
    wantsBrowser: args.includes('--browser'),
    file: files[0] === undefined ? null : resolve(from, files[0]),
  }
}

/** On Linux a window needs X or Wayland; elsewhere there is always a desktop. */
export function hasDisplay({ platform, env }) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}
