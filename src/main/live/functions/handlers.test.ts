import { mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { LocalFunction } from '@shared/design/local-function'
import { builtHandlerProcess } from '../testing/built-handler-process'
import { lambdaMethod, sampleDesign } from '../testing/sample-design'
import { serveSample, type Received, type ServedSample } from '../testing/served-sample'
import { isAlive } from './testing/is-alive'

let handlerProcessUrl: URL
beforeAll(async () => {
  handlerProcessUrl = await builtHandlerProcess()
})
let sample: ServedSample | null = null
afterEach(async () => {
  await sample?.close()
  sample = null
})

/** Serves one function at /f, as one that a template declares, and calls it. */
async function call(code: string, options: LocalFunction & { file?: string } = {}): Promise<Received> {
  const { file = 'f.mjs', ...settings } = options
  const uri =
    'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:1:function:f/invocations'
  const method = lambdaMethod('', {}, { uri, timeoutInMillis: 8000 })
  delete (method.integration as { handler?: string }).handler
  const functions = { f: { handler: `./${file}`, timeout: 5, ...settings } }
  const design = sampleDesign({ resources: { '/f': { methods: { ANY: method } } }, design: { functions } })
  sample = await serveSample({ design, files: { [file]: code }, handlerProcessUrl })
  return sample.send('/f')
}

const again = (query = ''): Promise<Received> => sample!.send(`/f${query}`)

/** A function that does what the query string says, else answers with its process id. */
const doing = (what: string): string => `
  export const handler = async ({ queryStringParameters: query }) => {
    if (query?.go) { ${what} }
    return { body: String(process.pid) }
  }`

describe('a handler', () => {
  test('stays in its warm process from call to call', async () => {
    const first = await call(doing(''))
    expect([first.status, (await again()).text === first.text]).toEqual([200, true])
  })

  test('has calls at the same time in processes of their own', async () => {
    await call(doing('await new Promise((done) => setTimeout(done, 200))'))
    const [one, two] = await Promise.all([again('?go=1'), again('?go=1')])
    expect([one!.status, two!.status, one!.text === two!.text]).toEqual([200, 200, false])
  })

  test('is loaded anew when its file has changed', async () => {
    await call(`export const handler = () => ({ body: 'old' })`)
    sample!.write('f.mjs', `export const handler = () => ({ body: 'changed' })`)
    utimesSync(join(sample!.folder, 'f.mjs'), new Date(), new Date(Date.now() + 5000))
    expect((await again()).text).toBe('changed')
  })

  test.each([
    ['f.cjs', `exports.handler = async () => ({ body: 'cjs' })`, 'cjs'],
    [
      'f.cjs',
      `module.exports = { handler: (event, context, callback) => callback(null, { body: 'callback' }) }`,
      'callback',
    ],
    ['f.js', `module.exports.handler = () => ({ body: 'sync' })`, 'sync'],
    ['f.mjs', `export default { handler: async () => ({ body: 'default' }) }`, 'default'],
    [
      'f.mjs',
      `const name = await Promise.resolve('awaited'); export const handler = async () => ({ body: name })`,
      'awaited',
    ],
  ])('may be written as %s: %s', async (file, code, body) => {
    expect((await call(code, { file })).text).toBe(body)
  })

  test('prints to the log', async () => {
    await call(`export const handler = () => { console.log('one\\ntwo'); console.error('three'); return {} }`)
    expect([...sample!.lines].sort()).toEqual(['[f] one', '[f] three', '[f] two'])
  })

  test('that prints without end is cut', async () => {
    const { status } = await call(`export const handler = async () => {
      const line = 'x'.repeat(1000) + '\\n'
      for (let at = 0; at < 50000; at++) if (!process.stdout.write(line)) await new Promise((drained) => process.stdout.once('drain', drained))
      return {}
    }`)
    const bytes = sample!.lines.reduce((sum, line) => sum + line.length, 0)
    expect([status, sample!.lines.at(-1), bytes < 100_000]).toEqual([200, '[f] ... output cut after 64 KB', true])
  })
})

describe('a handler that misbehaves', () => {
  const failing: [string, string, RegExp][] = [
    ['runs without end', 'for (;;);', /Sandbox.Timedout: [-0-9a-f]{36} Task timed out after 1.00 seconds$/],
    [
      'waits without end',
      'await new Promise((wake) => setTimeout(wake, 60_000))',
      /Task timed out after 1.00 seconds$/,
    ],
    ['ends its process', 'process.exit(3)', /Runtime.ExitError: Runtime exited with error: exit status 3$/],
    ['aborts its process', 'process.abort()', /Runtime.ExitError: Runtime exited with error: signal: SIGABRT$/],
    ['crashes its process', "process.kill(process.pid, 'SIGSEGV')", /signal: SIGSEGV$/],
    [
      'throws in a timer',
      "setTimeout(() => { throw new RangeError('later') }, 5); await new Promise(() => setInterval(() => {}, 50))",
      /RangeError: later$/,
    ],
    [
      'rejects without a catch',
      "void Promise.reject(new Error('nobody')); await new Promise(() => setInterval(() => {}, 50))",
      /Error: nobody$/,
    ],
    ['returns a cycle', 'const a = {}; a.a = a; return a', /Runtime.MarshalError: Unable to stringify response body/],
    ['returns a BigInt', 'return { body: 1n }', /Runtime.MarshalError: Unable to stringify response body/],
    ['returns too much', "return { body: 'x'.repeat(7 * 1024 * 1024) }", /Function.ResponseSizeTooLarge/],
    ['throws what is no error', 'throw Object.create(null)', /object: an error that cannot be shown as text$/],
  ]
  test.each(failing)('because it %s is a function error, and the next call works', async (_how, code, problem) => {
    expect((await call(doing(code), { timeout: 1 })).status).toBe(200)
    const { status, text } = await again('?go=1')
    expect([status, text]).toEqual([502, '{"message":"Internal server error"}'])
    expect(sample!.lines.find((line) => line.startsWith('ANY /f'))).toMatch(problem)
    expect((await again()).status).toBe(200)
  })

  test('by taking all memory ends at its limit, on the heap and off it', async () => {
    await call(doing('const all = []; for (;;) all.push(new Array(1e5).fill(all.length))'), { memorySize: 64 })
    expect((await again('?go=1')).status).toBe(502)
    await sample!.close()
    const buffers =
      'const all = []; for (;;) { all.push(Buffer.alloc(8e6, 1)); await new Promise((go) => setTimeout(go, 5)) }'
    await call(doing(buffers), { memorySize: 64 })
    expect((await again('?go=1')).status).toBe(502)
    expect((await again()).status).toBe(200)
  })

  test('by closing its output does not lose its answer', async () => {
    await call(doing("process.stdout.destroy(); process.stderr.destroy(); console.log('gone')"))
    expect((await again('?go=1')).status).toBe(200)
  })

  test('does not hold up other functions', async () => {
    await call(doing('for (;;);'), { timeout: 2 })
    const [stuck, free] = await Promise.all([again('?go=1'), again()])
    expect([stuck!.status, free!.status]).toEqual([502, 200])
  })

  test('cannot leave what it started behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gatewright-left-'))
    const file = join(folder, 'pid')
    const spawning = `
      const { spawn } = await import('node:child_process')
      const { writeFileSync } = await import('node:fs')
      const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
      writeFileSync(${JSON.stringify(file)}, String(child.pid))
      process.exit(0)`
    await call(doing(spawning))
    await again('?go=1')
    const pid = Number(readFileSync(file, 'utf8'))
    await expect.poll(() => isAlive(pid)).toBe(false)
    rmSync(folder, { recursive: true })
  })

  test.each(['no JSON', 'null', '{"kind":"answered"}', '[]'])(
    'by writing %s where answers go fails alone',
    async (line) => {
      const writing = `(await import('node:fs')).writeSync(3, '${line}\\n'); await new Promise(() => setInterval(() => {}, 50))`
      await call(doing(writing))
      const { status } = await again('?go=1')
      expect([status, sample!.lines.at(-1)]).toEqual([
        502,
        'ANY /f of "Sample", stage prod: the function failed: Runtime.ExitError: the process of the function sent what is no answer',
      ])
      expect((await again()).status).toBe(200)
    },
  )

  test('has no way to answer for itself', async () => {
    const { text } = await call(
      `export const handler = () => ({ body: [typeof process.send, typeof process.disconnect].join() })`,
    )
    expect(text).toBe('undefined,undefined')
  })
})

describe('a handler that cannot be run', () => {
  const problemOf = async (handler: string): Promise<string> => {
    const design = sampleDesign({ resources: { '/f': { methods: { GET: lambdaMethod(handler) } } } })
    sample = await serveSample({ design, handlerProcessUrl })
    writeFileSync(join(sample.folder, 'broken.mjs'), 'export const handler = (')
    writeFileSync(join(sample.folder, 'empty.mjs'), 'export const other = 1')
    symlinkSync('/etc', join(sample.folder, 'link'))
    const { status } = await sample.send('/f')
    return `${status} ${sample.lines[0]}`
  }

  test.each([
    ['./missing.mjs', /^500 handler ".\/missing.mjs" is not there; create the file or correct the path$/],
    [
      './f.rb#main',
      /^500 handler ".\/f.rb" cannot be run: this release runs .mjs, .js, .cjs, .ts, .mts, .cts, .py files$/,
    ],
    ['../outside.mjs', /^500 handler "..\/outside.mjs" is not there/],
    [`${process.cwd()}/vitest.config.mjs`, /^500 handler .* is not there/],
    ['./empty.mjs', /^502 .*Runtime.HandlerNotFound: handler is not exported by /],
    ['./broken.mjs', /^502 .*Runtime.ImportModuleError: SyntaxError/],
  ])('because of %s says so', async (handler, problem) => {
    expect(await problemOf(handler)).toMatch(problem)
  })

  test('because it is outside of the folder is refused by name, symbolic links included', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'gatewright-outside-'))
    writeFileSync(join(outside, 'f.mjs'), `export const handler = () => ({ body: 'escaped' })`)
    const design = sampleDesign({ resources: { '/f': { methods: { GET: lambdaMethod('./link/f.mjs') } } } })
    sample = await serveSample({ design, handlerProcessUrl })
    symlinkSync(outside, join(sample.folder, 'link'))
    expect([(await sample.send('/f')).status, sample.lines]).toEqual([
      500,
      ['handler "./link/f.mjs" is outside of the project\'s folder and is not run; move it into the folder'],
    ])
    rmSync(outside, { recursive: true })
  })
})
