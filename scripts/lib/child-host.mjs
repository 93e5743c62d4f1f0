import { exitCodeOf } from './exit-code.mjs'

const POLL_MS = 500
const PATIENCE_MS = 3_000

/**
 * Ends `child` when this process is asked to end or when whoever started it (npm) is gone: npm does not pass SIGTERM on, and a
 * server must not outlive its terminal. Gives the exit code; a child that was asked to end has done what it should, so 0.
 */
export function superviseHost(child, { onExit = async () => {} } = {}) {
  return new Promise((resolve) => {
    let wasAsked = false
    const end = () => {
      if (wasAsked) return
      wasAsked = true
      child.stdin?.end()
      child.kill('SIGTERM')
      setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS).unref()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end)
    onParentGone(end)
    child.on('error', (error) => {
      console.error(`Could not start ${child.spawnfile}: ${error.message}`)
      resolve(1)
    })
    child.on('exit', (code, signal) => void onExit().then(() => resolve(wasAsked ? 0 : exitCodeOf(code, signal))))
  })
}

/** Calls `listener` once when the process that started this one has ended. */
export function onParentGone(listener) {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    listener()
  }, POLL_MS)
  timer.unref()
}
