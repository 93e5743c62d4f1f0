import { spawn } from 'node:child_process'
import { exitCodeOf } from './exit-code.mjs'

/** Runs a Node program with its output shown. Standard input is closed: nothing may ask a question. */
export function runNode(args, { cwd, env = {}, stdout = 'inherit' } = {}) {
  return run(process.execPath, args, { cwd, env, stdio: ['ignore', stdout, 'inherit'] }).then(
    ({ exitCode }) => exitCode,
  )
}

/** Runs a program and keeps what it prints; whoever calls shows it when something went wrong. */
export function runQuietly(command, args, { cwd, env = {}, timeoutMs } = {}) {
  return run(command, args, { cwd, env: { NO_COLOR: '1', ...env }, timeoutMs, stdio: ['ignore', 'pipe', 'pipe'] })
}

function run(command, args, { cwd, env, timeoutMs, stdio }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio,
      timeout: timeoutMs,
      windowsHide: true,
    })
    let output = ''
    const keep = (chunk) => (output += chunk)
    child.stdout?.setEncoding('utf8').on('data', keep)
    child.stderr?.setEncoding('utf8').on('data', keep)
    child.on('error', (error) => resolve({ exitCode: 127, output: error.message }))
    child.on('close', (code, signal) => resolve({ exitCode: exitCodeOf(code, signal), output }))
  })
}
