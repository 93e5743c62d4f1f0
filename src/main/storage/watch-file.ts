import { watch } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'

/** Calls `onChange` after the file may have changed, was replaced or removed; the returned function ends it. */
export type WatchFile = (path: string, onChange: () => void) => () => void

const POLL_MS = 2000

/** Watches the folder, because a file that is replaced by a rename is no longer the one watched; polls where folders cannot be. */
export const watchFile: WatchFile = (path, onChange) => {
  const name = basename(path)
  let stop: (() => void) | null = null
  const poll = (): void => {
    stop = pollFile(path, onChange)
  }
  try {
    const watcher = watch(dirname(path), { persistent: false }, (_event, changed) => {
      if (changed === null || changed === name) onChange()
    })
    watcher.on('error', () => {
      watcher.close()
      poll()
    })
    stop = () => watcher.close()
  } catch {
    poll()
  }
  return () => stop?.()
}

/** For disks that report no changes and systems that have run out of watches. */
export function pollFile(path: string, onChange: () => void, everyMs = POLL_MS): () => void {
  let last: string | null = null
  const look = async (): Promise<void> => {
    const now = await stat(path).then(
      (info) => `${info.ino} ${info.size} ${info.mtimeMs}`,
      () => 'gone',
    )
    if (last !== null && last !== now) onChange()
    last = now
  }
  const timer = setInterval(() => void look(), everyMs)
  timer.unref()
  void look()
  return () => clearInterval(timer)
}
