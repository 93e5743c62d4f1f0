import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { conformanceCommand, type CommandResult } from './conformance-command'

const GIVEN = '../shared/conformance'

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'gatewright-conformance-'))
})
afterEach(() => {
  rmSync(directory, { recursive: true })
})

function write(path: string, content: unknown): void {
  const file = join(directory, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
}

function play(...args: string[]): Promise<CommandResult> {
  return conformanceCommand(['--dir', directory, '--json', ...args], 'unused')
}

function suitesOf({ stdout }: CommandResult): unknown {
  return (JSON.parse(stdout) as { suites: unknown }).suites
}

function restFile(kind: string, cases: readonly object[]): void {
  write(`rest/${kind}.json`, { kind, cases })
}

/** One that meets its expectation, one that does not. */
function schemaGroup(description: string) {
  return {
    description,
    schema: { $ref: 'http://localhost:1234/folder/whole.json' },
    tests: [
      { description: 'right', data: 1, valid: true },
      { description: 'wrong', data: 'x', valid: true },
    ],
  }
}

describe('conformanceCommand', () => {
  it('counts every case, and fails those whose expectation is false', async () => {
    write('json-schema-draft4/tests/made-up.json', [schemaGroup('group')])
    write('json-schema-draft4/remotes/folder/whole.json', { type: 'integer' })
    write('json-schema-draft4/README.md', 'not a case')
    const result = await play()
    expect([result.exitCode, suitesOf(result)]).toEqual([
      1,
      { 'json-schema-draft4': { total: 2, passed: 1, failed: ['made-up/group/wrong'], skipped: [] } },
    ])
  })

  it('plays routing, and knows a false expectation of every member', async () => {
    const input = { resources: [['/orders/{id}', 'GET', 'one']], request: { method: 'GET', path: '/orders/7' } }
    const miss = { ...input, request: { method: 'POST', path: '/orders/7' } }
    restFile('routing', [
      { ...input, id: 'hit', expect: { status: 200, label: 'one', pathParameters: { id: '7' } } },
      { ...input, id: 'wrong-status', expect: { status: 403 } },
      { ...input, id: 'wrong-label', expect: { status: 200, label: 'other' } },
      { ...input, id: 'wrong-parameters', expect: { pathParameters: {} } },
      { ...input, id: 'unknown-member', expect: { status: 200, weather: 'fine' } },
      { ...input, id: 'nothing', expect: {} },
      { ...miss, id: 'miss', expect: { status: 403, json: { message: '<any>' }, errorType: '<...>Exception' } },
      { ...miss, id: 'wrong-miss', expect: { json: { message: 'Not Found' } } },
      { id: 'malformed', expect: { status: 200 } },
      { ...input, expect: {} },
    ])
    expect(suitesOf(await play())).toEqual({
      rest: {
        total: 10,
        passed: 2,
        failed: ['wrong-status', 'wrong-label', 'wrong-parameters', 'wrong-miss', 'malformed'],
        skipped: ['unknown-member', 'nothing', 'routing/9'],
      },
    })
  })

  it('plays validation with both flags on unless a case says otherwise', async () => {
    const input = {
      resource: '/o/{id}',
      models: { M: { type: 'object', required: ['a'] } },
      requestModels: { 'application/json': 'M' },
      requestParameters: ['method.request.path.id', 'method.request.header.h'],
      request: { path: '/o/1', headers: { h: 'x', 'Content-Type': 'application/json' }, query: {}, body: '{"a":1}' },
    }
    const without = { ...input, request: { path: '/o/1', body: '' } }
    restFile('validation', [
      { ...input, id: 'valid', expect: { status: 200 } },
      { ...input, id: 'wrong-valid', expect: { status: 400 } },
      { ...without, id: 'missing', expect: { json: { message: 'Missing required request parameters: [h]' } } },
      {
        ...without,
        id: 'body-only',
        validator: { validateRequestParameters: false },
        expect: { json: { message: 'Invalid request body' } },
      },
      {
        ...without,
        id: 'flags',
        requestParameters: { 'method.request.header.h': false },
        expect: { status: 400, errorType: 'BadRequestException' },
      },
      {
        ...without,
        id: 'off',
        validator: { validateRequestParameters: false, validateRequestBody: false },
        expect: { status: 200 },
      },
    ])
    expect(suitesOf(await play())).toEqual({ rest: { total: 6, passed: 5, failed: ['wrong-valid'], skipped: [] } })
  })

  it('plays gateway response records, with what "custom" stands for taken from the same file', async () => {
    const stock = { 'application/json': '{"message":$context.error.messageString}' }
    const record = { responseType: 'THROTTLED', statusCode: '429', responseParameters: {}, responseTemplates: stock }
    const custom = { given: { DEFAULT_4XX: { responseTemplates: 'custom' } } }
    restFile('gateway-response-record', [
      { id: 'default', expect: { ...record, defaultResponse: true } },
      { id: 'wrong-default', expect: { ...record, defaultResponse: false } },
      { id: 'extra-member', expect: { ...record, defaultResponse: true, more: 1 } },
      {
        id: 'put',
        put: { responseType: 'THROTTLED', responseTemplates: { 'text/plain': 'slow' } },
        expect: { ...record, responseTemplates: { 'text/plain': 'slow' }, defaultResponse: false },
      },
      {
        ...custom,
        id: 'custom',
        expect: { ...record, responseTemplates: { 'text/plain': 'slow' }, defaultResponse: true },
      },
      { ...custom, id: 'wrong-custom', expect: { ...record, defaultResponse: true } },
      { id: 'unknown-custom', given: { DEFAULT_4XX: { responseParameters: 'custom' } }, expect: record },
      { id: 'no-type', expect: {} },
    ])
    expect(suitesOf(await play())).toEqual({
      rest: {
        total: 8,
        passed: 3,
        failed: ['wrong-default', 'extra-member', 'wrong-custom'],
        skipped: ['unknown-custom', 'no-type'],
      },
    })
  })

  it('skips kinds and folders that nothing plays, but counts their cases', async () => {
    restFile('weather', [{ id: 'sun' }, { id: 'rain' }])
    write('lines/some.jsonl', '{"id":"a"}\n\nno json\n')
    write('lists/list.json', [{ id: 'x' }, {}])
    write('singles/one.json', { given: {}, expect: {} })
    write('singles/broken.json', '{')
    write('singles/README.md', 'text')
    expect(suitesOf(await play())).toEqual({
      lines: { total: 2, passed: 0, failed: [], skipped: ['a', 'some/1'] },
      lists: { total: 2, passed: 0, failed: [], skipped: ['x', 'list/1'] },
      rest: { total: 2, passed: 0, failed: [], skipped: ['sun', 'rain'] },
      singles: { total: 2, passed: 0, failed: [], skipped: ['broken', 'one'] },
    })
    expect((await play()).exitCode).toBe(0)
  })

  it('counts a file that cannot be read as a failure and goes on', async () => {
    write('rest/broken.json', '{')
    restFile('routing', [])
    write('json-schema-draft4/tests/broken.json', '5')
    expect(suitesOf(await play())).toEqual({
      'json-schema-draft4': { total: 1, passed: 0, failed: ['broken'], skipped: [] },
      rest: { total: 1, passed: 0, failed: ['broken.json'], skipped: [] },
    })
  })

  it('prints a table with the reasons for people', async () => {
    write('json-schema-draft4/tests/made-up.json', [{ ...schemaGroup('g'), schema: { type: 'integer' } }])
    expect((await conformanceCommand(['--dir', directory], 'unused')).stdout).toBe(
      'json-schema-draft4: 1 of 2 passed, 1 failed, 0 skipped\n' +
        '  failed: made-up/g/wrong: expected valid, found invalid: instance type (string) does not match any allowed primitive type (allowed: ["integer"])\n',
    )
  })

  it('counts failures by tag, so that they can be taken apart', async () => {
    const line = { template: 'a', tags: ['engine-bug', 'limit'], expect: { apigw: { ok: true, output: 'b' } } }
    write('vtl/some.jsonl', JSON.stringify({ ...line, id: 'x' }))
    expect((await conformanceCommand(['--dir', directory], 'unused')).stdout).toBe(
      'vtl: 0 of 1 passed, 1 failed, 0 skipped\n' +
        '  of the failed ones tagged engine-bug: 1\n' +
        '  of the failed ones tagged limit: 1\n' +
        '  failed: x: apigw: output: expected "b", found "a"\n',
    )
  })

  it('takes an absent folder as an error only when it was asked for', async () => {
    const absent = join(directory, 'absent')
    const outcomes = await Promise.all([
      conformanceCommand(['--json'], absent),
      conformanceCommand([], absent),
      conformanceCommand(['--dir', absent], 'unused'),
    ])
    expect(outcomes).toEqual([
      { exitCode: 0, stdout: '{"suites":{}}\n', stderr: `${absent} does not exist: no conformance case was played.\n` },
      { exitCode: 0, stdout: '', stderr: `${absent} does not exist: no conformance case was played.\n` },
      { exitCode: 2, stdout: '', stderr: `${absent} does not exist: name a folder of suites.\n` },
    ])
  })

  it('explains itself and refuses options it does not know', async () => {
    const outcomes = await Promise.all([play('--help'), play('--frobnicate'), play('more'), play('--dir')])
    expect(outcomes.map(({ exitCode, stdout }) => [exitCode, stdout.slice(0, 19)])).toEqual([
      [0, 'npm run conformance'],
      [2, ''],
      [2, ''],
      [2, ''],
    ])
  })
})

describe.skipIf(!existsSync(GIVEN))(`the cases of ${GIVEN} (skipped where it is absent)`, () => {
  it('have no failures, and those of schemas and templates are all played', async () => {
    const { stdout } = await conformanceCommand(['--dir', GIVEN], 'unused')
    const lines = stdout.split('\n')
    expect(lines.filter((line) => line.includes('failed: '))).toEqual([])
    expect(lines).toContainEqual(
      expect.stringMatching(/^json-schema-draft4: (\d{3}) of \1 passed, 0 failed, 0 skipped$/),
    )
    expect(lines).toContainEqual(expect.stringMatching(/^http: (\d+) of \1 passed, 0 failed, 0 skipped$/))
    expect(lines).toContainEqual(expect.stringMatching(/^vtl: (\d{4}) of \1 passed, 0 failed, 0 skipped$/))
    expect(lines).toContainEqual(expect.stringMatching(/^rest: [1-9]\d* of \d+ passed, 0 failed, \d+ skipped$/))
  })
})
