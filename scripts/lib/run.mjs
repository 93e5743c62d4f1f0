import { spawn, spawnSync } from 'node:child_process'
import { exitCodeOf } from './exit-code.mjs'

/** What `runNode` gives for a program that took longer than its limit and was ended. */
export const TOOK_TOO_LONG = 124

/**
 * Runs a Node program with its output shown. Standard input is closed: nothing may ask a question. With `limitMs` it is ended, and all
 * that it started, when it has not ended by then.
 */
export function runNode(args, { cwd, env = {}, stdout = 'inherit', limitMs } = {}) {
  return run(process.execPath, args, { cwd, env, limitMs, stdio: ['ignore', stdout, 'inherit'] }).then(
    ({ exitCode }) => exitCode,
  )
}

/** Runs a program and keeps what it prints; whoever calls shows it when something went wrong. */
export function runQuietly(command, args, { cwd, env = {}, timeoutMs } = {}) {
  return run(command, args, { cwd, env: { NO_COLOR: '1', ...env }, timeoutMs, stdio: ['ignore', 'pipe', 'pipe'] })
}

function run(command, args, { cwd, env, timeoutMs, limitMs, stdio }) {
  return new Promise((resolve) => {
    let isOverdue = false
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio,
      timeout: timeoutMs,
      windowsHide: true,
    })
    const limit = limitMs && setTimeout(() => ((isOverdue = true), endWithChildren(child)), limitMs)
    let output = ''
    const keep = (chunk) => (output += chunk)
    child.stdout?.setEncoding('utf8').on('data', keep)
    child.stderr?.setEncoding('utf8').on('data', keep)
    child.on('error', (error) => {
      clearTimeout(limit)
      resolve({ exitCode: 127, output: error.message })
    })
    child.on('close', (code, signal) => {
      clearTimeout(limit)
      resolve({ exitCode: isOverdue ? TOOK_TOO_LONG : exitCodeOf(code, signal), output })
    })
  })
}

/** Children first: one that hangs would live on without its parent. */
function endWithChildren(child) {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { windowsHide: true })
    return
  }
  const listed = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).stdout ?? ''
  const pairs = listed.split('\n').map((line) => line.trim().split(/\s+/).map(Number))
  const found = [child.pid]
  for (const pid of found) found.push(...pairs.filter(([, parent]) => parent === pid).map(([own]) => own))
  for (const pid of found.reverse()) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  }
}
