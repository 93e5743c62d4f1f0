import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { builtHandlerProcess } from '../testing/built-handler-process'
import { lambdaMethod, sampleDesign } from '../testing/sample-design'
import { serveSample } from '../testing/served-sample'
import { HandlerCode } from './handler-code'
import { poolSample, type PoolSample, type PoolSampleOptions } from './testing/pool-sample'

let handlerProcessUrl: URL
beforeAll(async () => {
  handlerProcessUrl = await builtHandlerProcess()
})
let sample: PoolSample | null = null
afterEach(() => {
  sample?.close()
  sample = null
})

function pool(files: Readonly<Record<string, string>>, more: Partial<PoolSampleOptions> = {}): PoolSample {
  sample = poolSample({ handlerProcessUrl, files, ...more })
  return sample
}

const ANSWER = `type Answer = { readonly body: string }
enum Colour { Red = 'red' }
export const handler = async (event: { n?: number }): Promise<Answer> => ({ body: Colour.Red + (event.n ?? 0) })`

describe('a handler in TypeScript', () => {
  test.each(['f.ts', 'f.mts', 'f.cts', 'deep/down/f.ts'])('may be written as %s', async (file) => {
    expect(await pool({ [file]: ANSWER }, { handler: `./${file}#handler` }).resultOf({ n: 2 })).toEqual({
      body: 'red2',
    })
  })

  test('is made one with the files that it imports, whatever they are', async () => {
    const files = {
      'src/f.ts': `
        import { price } from '../lib/price'
        import table from './table.json'
        import { readFileSync } from 'fs'
        const name: string = await Promise.resolve('awaited')
        export const handler = () => ({ name, price: price(table.base), own: readFileSync(__filename, 'utf8').length > 0 })`,
      'src/table.json': '{ "base": 20 }',
      'lib/price.ts': `import { rate } from './rate.js'\nexport const price = (base: number): number => base * rate`,
      'lib/rate.js': 'exports.rate = 2',
    }
    const { resultOf } = pool(files, { handler: './src/f.ts#handler' })
    expect(await resultOf()).toEqual({ name: 'awaited', price: 40, own: true })
  })

  test('knows its own place, not that of its bundle', async () => {
    const files = {
      'src/f.ts': `export const handler = () => [__dirname, __filename, import.meta.url, import.meta.dirname]`,
    }
    const { resultOf, folder } = pool(files, { handler: './src/f.ts#handler' })
    const src = join(folder, 'src')
    expect(await resultOf()).toEqual([src, join(src, 'f.ts'), `file://${src}/f.ts`, src])
  })

  test('leaves installed packages outside of the bundle, and imports what they export by name', async () => {
    const files = {
      'f.ts': `
        import counted, { count } from 'common'
        import { isModule } from 'modern'
        import { inner } from 'common/inner.js'
        const later = await import('common')
        export const handler = () => [count(2), counted.count(3), isModule, inner, later.count(4)]`,
      'node_modules/common/package.json': '{ "main": "./main.js" }',
      'node_modules/common/main.js': `const all = {}; all['cou' + 'nt'] = (n) => n + 'x'; module.exports = all`,
      'node_modules/common/inner.js': `exports.inner = __dirname.endsWith('common')`,
      'node_modules/modern/package.json': '{ "type": "module", "exports": { "import": "./main.js" } }',
      'node_modules/modern/main.js': `export const isModule = import.meta.url.includes('node_modules')`,
    }
    const { resultOf, cacheFolder } = pool(files)
    expect(await resultOf()).toEqual(['2x', '3x', true, true, '4x'])
    const [bundle] = readdirSync(join(cacheFolder, 'handlers'))
    expect(readFileSync(join(cacheFolder, 'handlers', bundle!), 'utf8')).not.toContain(`'nt'`)
  })

  test('may import by the aliases of its tsconfig.json', async () => {
    const files = {
      'f.ts': `import { name } from '@lib/name'\nexport const handler = () => name`,
      'lib/name.ts': `export const name: string = 'by alias'`,
      'tsconfig.json': '{ "compilerOptions": { "paths": { "@lib/*": ["./lib/*"] } } }',
    }
    expect(await pool(files).resultOf()).toBe('by alias')
  })

  test('has the lines of its source in stack traces', async () => {
    const files = {
      'f.ts': `interface Event { readonly n: number }
import { fail } from './lib/fail'

export const handler = async (event: Event): Promise<void> => {
  fail(event.n)
}`,
      'lib/fail.ts': `type Text = string
type Other = number

export function fail(n: Other): Text {
  throw new RangeError('no ' + n)
}`,
    }
    const { call, folder, lines } = pool(files)
    const trace = ['RangeError: no 7', `    at fail (${folder}/lib/fail.ts:5:9)`, `    at handler (${folder}/f.ts:5:3)`]
    expect(await call({ n: 7 })).toEqual({
      kind: 'failed',
      error: { errorType: 'RangeError', errorMessage: 'no 7', trace },
    })
    const logged = lines.find(({ text }) => text.includes('Invoke Error'))!.text
    expect(JSON.parse(logged.slice(logged.indexOf('{')))).toEqual({
      errorType: 'RangeError',
      errorMessage: 'no 7',
      stack: trace,
    })
  })

  const ownFile = (n: number): string =>
    `import { other } from './lib/other'\nexport const handler = () => [${n}, other]`
  test.each([
    ['f.ts', ownFile(2), [2, 1]],
    ['lib/other.ts', 'export const other = 2', [1, 2]],
  ])('is made again when %s changes, to one of the same length', async (file, text, result) => {
    const { resultOf, write } = pool({ 'f.ts': ownFile(1), 'lib/other.ts': 'export const other = 1' })
    expect(await resultOf()).toEqual([1, 1])
    write(file, text)
    expect(await resultOf()).toEqual(result)
  })

  test('is made again when its bundle has been removed', async () => {
    const { resultOf, cacheFolder } = pool({ 'f.ts': `export const handler = () => 'well'` })
    await resultOf()
    rmSync(cacheFolder, { recursive: true })
    expect([await resultOf(), existsSync(cacheFolder)]).toEqual(['well', true])
  })

  test('with a syntax error says where, and runs once it is mended', async () => {
    const { call, resultOf, write, lines } = pool({
      'f.ts': `import { two } from './two'\nexport const handler = () => two`,
      'two.ts': `export const one = 1\nexport const two = = 2\n`,
    })
    const errorMessage = 'two.ts:2:20: Unexpected "="'
    expect(await call()).toEqual({ kind: 'failed', error: { errorType: 'Runtime.UserCodeSyntaxError', errorMessage } })
    expect(lines.map(({ text }) => text)).toEqual([
      'START RequestId: request-1 Version: $LATEST',
      errorMessage,
      '    export const two = = 2',
      'END RequestId: request-1',
      expect.stringMatching(
        /^REPORT RequestId: request-1\t.*\tStatus: error\tError Type: Runtime.UserCodeSyntaxError\t$/,
      ),
    ])
    write('two.ts', `export const two = 2\n`)
    expect(await resultOf()).toBe(2)
  })

  test('that imports what is not there says so, and runs once it is', async () => {
    const { call, resultOf, write } = pool({ 'f.ts': `export { handler } from './none'\nimport 'no-package'\n` })
    expect(await call()).toEqual({
      kind: 'failed',
      error: {
        errorType: 'Runtime.ImportModuleError',
        errorMessage: expect.stringMatching(/^f\.ts:\d:\d+: Could not resolve "(\.\/none|no-package)"$/),
      },
    })
    write('none.ts', `export const handler = () => 'there'`)
    write('f.ts', `export { handler } from './none'`)
    expect(await resultOf()).toBe('there')
  })

  test('is made in one go for calls at the same time', async () => {
    const { call, cacheFolder } = pool({ 'f.ts': `export const handler = (event: number) => event` })
    const results = await Promise.all([1, 2, 3, 4].map((n) => call(n)))
    expect(results).toEqual([1, 2, 3, 4].map((result) => ({ kind: 'answered', result })))
    expect(readdirSync(join(cacheFolder, 'handlers'))).toHaveLength(1)
  })

  test('cannot be run without esbuild, and says what to do', async () => {
    const { folder } = pool({ 'f.ts': ANSWER })
    const code = new HandlerCode({ handlerProcessUrl, folder, cacheFolder: null, loadEsbuild: () => null })
    const reference = { file: join(folder, 'f.ts'), exportName: 'handler', language: 'TYPESCRIPT' as const }
    expect(await code.prepare(reference, 128)).toEqual({
      kind: 'refused',
      problem:
        'is TypeScript, which needs esbuild, and that is not installed; install it beside Gatewright (npm install esbuild), or write the handler in JavaScript',
    })
  })

  test('answers 502 behind AWS_PROXY when it cannot be made, and its problem is logged', async () => {
    const design = sampleDesign({ resources: { '/f': { methods: { GET: lambdaMethod('./f.ts#handler') } } } })
    const served = await serveSample({ design, files: { 'f.ts': 'export const handler = (' }, handlerProcessUrl })
    const { status, text } = await served.send('/f')
    await served.close()
    expect([status, text, served.lines]).toEqual([
      502,
      '{"message":"Internal server error"}',
      [
        'GET /f of "Sample", stage prod: the function failed: Runtime.UserCodeSyntaxError: f.ts:1:25: Unexpected end of file',
      ],
    ])
  })
})
