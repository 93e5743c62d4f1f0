import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../storage/testing/temporary-folder'
import { runMain, type MainRun } from './testing/run-main'

/** Files by their names; the arguments may name them. */
async function logs(files: Readonly<Record<string, string>>, ...args: string[]): Promise<MainRun> {
  const folder = temporaryFolder()
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const given = args.map((arg) => (Object.hasOwn(files, arg) ? join(folder, arg) : arg))
  const { code, out, err } = await runMain(['logs', ...given])
  const withoutFolder = (text: string): string => text.replaceAll(`${folder}/`, '')
  return { code, out: withoutFolder(out), err: withoutFolder(err) }
}

const line = (minute: number, path: string, status: string, latency: number) =>
  JSON.stringify({
    requestTime: `09/Apr/2026:18:${String(minute).padStart(2, '0')}:00 +0000`,
    resourcePath: path,
    status,
    latency: String(latency),
  })
const JSON_LOG = [line(1, '/a', '200', 12), line(7, '/b', '500', 1700), line(8, '/a', '503', 90), '', 'not JSON'].join(
  '\n',
)
const CLF_LOG = [
  '203.0.113.9 - ana [09/Apr/2026:18:02:00 +0000]"GET /a HTTP/1.1" 200 17 5c6af9ac-7b61-11e6',
  '203.0.113.9 - - [09/Apr/2026:18:09:00 +0000] "POST /b HTTP/1.1" 404 0',
].join('\r\n')
const EXECUTION_LOG = [
  '2026-04-09T18:03:00.250Z (5c6af9ac-7b61) Method request path: {}',
  '2026-04-09T18:03:00.500Z (5c6af9ac-7b61) Method completed with status: 200',
  'Thu Apr 09 18:04:00 UTC 2026 : Endpoint request URI: https://example.com',
].join('\n')
const FILES = { 'access.jsonl': JSON_LOG, 'access.clf': CLF_LOG, 'execution.log': EXECUTION_LOG }

describe('logs query', () => {
  it('answers over several files at once, whatever format each has', async () => {
    const query =
      'filter ispresent(status) | stats count(*) as requests by resourcePath, status | sort resourcePath, status'
    expect(await logs(FILES, 'query', 'access.jsonl', 'access.clf', '--query', query)).toEqual({
      code: 0,
      out: [
        'resourcePath  status  requests',
        '/a               200         2',
        '/a               503         1',
        '/b               404         1',
        '/b               500         1',
        '',
        '4 rows; 5 of 6 records matched.',
      ].join('\n'),
      err: '',
    })
  })

  it('takes instants from the lines, latest first', async () => {
    const { out } = await logs(
      FILES,
      'query',
      'execution.log',
      'access.clf',
      '--csv',
      '--query',
      'fields @timestamp, requestId',
    )
    expect(out.split('\r\n')).toEqual([
      '@timestamp,requestId',
      '2026-04-09 18:09:00.000,',
      '2026-04-09 18:04:00.000,',
      '2026-04-09 18:03:00.500,5c6af9ac-7b61',
      '2026-04-09 18:03:00.250,5c6af9ac-7b61',
      '2026-04-09 18:02:00.000,5c6af9ac-7b61-11e6\r',
    ])
  })

  it('writes CSV that no spreadsheet takes for formulas, and leaves dashes and numbers as they are', async () => {
    const files = { 'a.jsonl': JSON.stringify({ a: '-', b: '-5', c: '=1+1', d: 'x,"y"' }) }
    const { out } = await logs(files, 'query', 'a.jsonl', '--csv', '--query', 'fields a, b, c, d, e')
    expect(out.split('\r\n')).toEqual(['a,b,c,d,e', `-,-5,'=1+1,"x,""y""",\r`])
  })

  it('answers with --json as the service does', async () => {
    const query = 'filter latency > 50 | sort latency desc | display resourcePath, latency, error'
    const { code, out } = await logs(FILES, 'query', 'access.jsonl', '--json', '--query', query)
    expect([code, JSON.parse(out)]).toEqual([
      0,
      {
        status: 'Complete',
        results: [
          [
            { field: 'resourcePath', value: '/b' },
            { field: 'latency', value: '1700' },
          ],
          [
            { field: 'resourcePath', value: '/a' },
            { field: 'latency', value: '90' },
          ],
        ],
        statistics: { recordsMatched: 2, recordsScanned: 4, bytesScanned: JSON_LOG.length },
        columns: [
          { name: 'resourcePath', kind: 'text' },
          { name: 'latency', kind: 'number' },
          { name: 'error', kind: 'text' },
        ],
        notes: [],
      },
    ])
  })

  it('takes only what lies between --from and --to', async () => {
    const bounds = ['--from', '2026-04-09T18:07:00Z', '--to', '2026-04-09T18:08:00Z']
    expect(await logs(FILES, 'query', 'access.jsonl', ...bounds, '--csv', '--query', 'fields resourcePath')).toEqual({
      code: 0,
      out: 'resourcePath\r\n/b\r',
      err: 'Lines that tell no instant were left out, because of --from or --to: 1.',
    })
  })

  it('passes over lines that no log has, and says so', async () => {
    const files = { 'long.log': `${'x'.repeat(70_000)}\n{"a":"1"}\n` }
    expect(await logs(files, 'query', 'long.log', '--csv', '--query', 'fields a')).toEqual({
      code: 0,
      out: 'a\r\n1\r',
      err: 'Lines longer than 64 KB were passed over: 1.',
    })
  })

  it('reads the query from a file, and names every problem with its place', async () => {
    const files = { ...FILES, 'q.txt': '# Errors\nfilter stauts >= 400\n| stat count(*)\n| limit 0' }
    expect(await logs(files, 'query', 'access.jsonl', '--query-file', 'q.txt')).toEqual({
      code: 2,
      out: '',
      err: [
        'q.txt:3:3: error: There is no command "stat". Did you mean stats?',
        'q.txt:4:9: error: limit takes a whole number from 1 to 10000, not "0".',
      ].join('\n'),
    })
  })
})

describe('a wrong call of logs', () => {
  it.each([
    [[], 'Name what to do: query.'],
    [['show'], 'logs can do one thing, query; not "show".'],
    [['query'], 'Name at least one log file.'],
    [['query', 'access.clf'], 'Give the query with --query or --query-file.'],
    [['query', 'access.clf', '--query', 'limit 1', '--query-file', 'x'], 'Give --query or --query-file, not both.'],
    [['query', 'access.clf', '--query', 'limit 1', '--csv', '--json'], '--csv does not go with --json.'],
    [
      ['query', 'access.clf', '--query', 'limit 1', '--from', 'noon'],
      '--from takes an instant such as 2026-04-09T18:55:00Z, not "noon".',
    ],
    [
      ['query', 'access.clf', '--query', 'limit 1', '--from', '2026-04-09', '--to', '2026-04-08'],
      '--from must be before --to.',
    ],
    [['query', 'none.log', '--query', 'limit 1'], 'none.log cannot be read: it or its folder does not exist (ENOENT).'],
    [
      ['query', 'access.clf', '--query-file', 'none.txt'],
      'none.txt cannot be read: it or its folder does not exist (ENOENT).',
    ],
    [['query', '/', '--query', 'limit 1'], '/ cannot be read: it is a folder.'],
  ])('%j ends with 2', async (args, message) => {
    const { code, out, err } = await logs(FILES, ...args)
    expect({ code, out, said: err.split('\n')[0] }).toEqual({ code: 2, out: '', said: message })
  })
})
