import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'

const script = fileURLToPath(new URL('../scripts/start.mjs', import.meta.url))
// Neither a display nor npm's own variables: what is started is the browser host, and no window opens.
const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, INIT_CWD: _folder, ...rest } = process.env
const home = mkdtempSync(join(tmpdir(), 'gatewright-start-'))
const env = { ...rest, GATEWRIGHT_DATA: join(home, 'data'), GATEWRIGHT_PROJECTS: join(home, 'projects') }
test.afterAll(() => rmSync(home, { recursive: true, force: true }))

/** The address that a program prints, with everything before it. */
function printed(child: ChildProcess): Promise<{ text: string; url: string }> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      const [url] = /http:\/\/\S+(?=\s)/.exec(text) ?? []
      if (url !== undefined) resolve({ text, url })
    })
    child.once('exit', () => reject(new Error(`It ended after printing: ${text}`)))
  })
}

async function isReachable(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  )
}

test.skip(process.platform === 'win32', 'Windows has no signals to end a program with')

test('npm start prints one line with the address and ends cleanly when asked', async () => {
  const child = spawn(process.execPath, [script, '--browser'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const { text, url } = await printed(child)
  expect(text).toBe(`Gatewright is open at ${url}\n`)
  expect(await isReachable(url)).toBe(true)
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(await isReachable(url)).toBe(false)
})

test('nothing is left running when npm is killed', async () => {
  const launch = `require('node:child_process').spawn(process.execPath, [${JSON.stringify(script)}, '--browser'], { stdio: 'inherit' })`
  const npm = spawn(process.execPath, ['-e', launch], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const { url } = await printed(npm)
  npm.kill('SIGKILL')
  await expect.poll(() => isReachable(url)).toBe(false)
})

test('an unknown option is refused by name before anything starts', async () => {
  const child = spawn(process.execPath, [script, '--brwser'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (complaint += chunk))
  expect(await once(child, 'close')).toEqual([2, null])
  expect(complaint).toMatch(/^npm start does not know the option --brwser\./)
})
