import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { AccessLogFormat } from '@shared/design/scenario'
import { AccessLog } from './access-log'
import { newLogEntry, type LogEntry } from './log-entry'
import { logOf } from './log-pieces.fixture'

/** Line numbers with what was read there: what is wrong, or the members that the log has. */
function read(text: string, format: AccessLogFormat | null = null): [number, string | Partial<LogEntry>][] {
  const log = new AccessLog(logOf(text), format)
  const all: [number, string | Partial<LogEntry>][] = []
  for (let problem = log.next(); problem !== undefined; problem = log.next()) {
    all.push([log.line, problem ?? logged(log.entry)])
  }
  return all
}

function logged(entry: LogEntry): Partial<LogEntry> {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== ''))
}

const GUIDES = '../shared/guides'
const guide = existsSync(GUIDES) ? readdirSync(GUIDES).find((name) => name.startsWith('000')) : undefined

describe('an access log', () => {
  it('in JSON is read by the names that the gateway’s variables have, and by others that are common', () => {
    const lines = [
      '{"requestTime":"09/Apr/2026:12:00:00 +0000","httpMethod":"GET","resourcePath":"/orders/{id}","status":"200"}',
      '{"requestTimeEpoch":1775736000123,"routeKey":"GET /orders","path":"/prod/orders","ip":"203.0.113.7"}',
      '{"@timestamp":"2026-04-09T12:00:00.5Z","request_method":"post","uri":"/orders","query_string":"a=1","remote_addr":"::1"}',
      '{"$context.identity.sourceIp":"192.0.2.1","$context.identity.apiKeyId":"-","request":"GET /a HTTP/1.1","user":"u","caller":"c"}',
      '{"requestContext":{"identity":{"user":"ada","apiKeyId":"k1"},"authorizer":{"principalId":"p"},"httpMethod":"PUT"},"path":"/b"}',
    ]
    expect(read(lines.join('\n'))).toEqual([
      [1, { requestTime: '09/Apr/2026:12:00:00 +0000', httpMethod: 'GET', resourcePath: '/orders/{id}' }],
      [2, { requestTimeEpoch: '1775736000123', routeKey: 'GET /orders', path: '/prod/orders', ip: '203.0.113.7' }],
      [3, { timestamp: '2026-04-09T12:00:00.5Z', httpMethod: 'post', path: '/orders', query: 'a=1', ip: '::1' }],
      [4, { ip: '192.0.2.1', apiKeyId: '-', request: 'GET /a HTTP/1.1', user: 'u', caller: 'c' }],
      [5, { httpMethod: 'PUT', path: '/b', user: 'ada', apiKeyId: 'k1' }],
    ])
  })

  it('in the common log format may be combined, or as the gateway’s own preset writes it', () => {
    const lines = [
      '127.0.0.1 - ada [09/Apr/2026:12:00:00 +0000] "GET /orders?x=1 HTTP/1.1" 200 512',
      '127.0.0.1 - - [09/Apr/2026:12:00:01 +0000] "GET /a \\"b\\" HTTP/1.1" 200 512 "https://example.com" "Agent [1]"',
      '203.0.113.7 AIDA1 arn:aws:iam::1:user/x [09/Apr/2026:12:00:02 +0000]"GET /orders/{id} HTTP/1.1" 200 512 c6af9ac6',
    ]
    expect(read(lines.join('\n'))).toEqual([
      [
        1,
        {
          ip: '127.0.0.1',
          caller: '-',
          user: 'ada',
          requestTime: '09/Apr/2026:12:00:00 +0000',
          request: 'GET /orders?x=1 HTTP/1.1',
        },
      ],
      [
        2,
        {
          ip: '127.0.0.1',
          caller: '-',
          user: '-',
          requestTime: '09/Apr/2026:12:00:01 +0000',
          request: 'GET /a \\"b\\" HTTP/1.1',
        },
      ],
      [
        3,
        {
          ip: '203.0.113.7',
          caller: 'AIDA1',
          user: 'arn:aws:iam::1:user/x',
          requestTime: '09/Apr/2026:12:00:02 +0000',
          request: 'GET /orders/{id} HTTP/1.1',
        },
      ],
    ])
  })

  it.each([',', ';', '\t'])('in CSV has a header, and fields in quotes where need be, between "%s"', (delimiter) => {
    const lines = [
      ['requestTime', 'httpMethod', '"path"', 'user', 'status'],
      ['2026-04-09T12:00:00Z', 'GET', `"/a${delimiter}""b"""`, '', '200'],
      ['2026-04-09T12:00:01Z', 'GET', '/c', '-'],
      ['2026-04-09T12:00:02Z', ' POST ', '/d', '"x"', '"open'],
    ]
    expect(read(lines.map((fields) => fields.join(delimiter)).join('\n'))).toEqual([
      [2, { requestTime: '2026-04-09T12:00:00Z', httpMethod: 'GET', path: `/a${delimiter}"b"` }],
      [3, 'has 4 columns, the header 5'],
      [4, { requestTime: '2026-04-09T12:00:02Z', httpMethod: 'POST', path: '/d', user: 'x' }],
    ])
  })

  it('is found out by its first line that looks like one', () => {
    const unknown = 'is neither JSON nor in the common log format, nor a CSV header that names a time and a path'
    expect(read('Version: 1\n\na,b,c\n {"path":"/a"}\n5\n')).toEqual([
      [1, unknown],
      [3, unknown],
      [4, { path: '/a' }],
      [5, 'is no JSON object'],
    ])
  })

  it('in another format than it is said to have is unreadable line by line', () => {
    expect(read('{"path":"/a"}', 'CLF')).toEqual([[1, 'is not in the common log format']])
    expect(read('{"path":"/a"}', 'CSV')).toEqual([[1, 'is no header that names a time and a path']])
    expect(read('a b c [d] "GET / HTTP/1.1" 200 5', 'JSON')).toEqual([[1, 'is not JSON']])
  })

  it('with hostile lines is neither slow nor mistaken', () => {
    const deep = '{"a":'.repeat(5000) + '1' + '}'.repeat(5000)
    const lines = [
      '{"__proto__":{"user":"x"},"constructor":"y","path":"/a"}',
      `{"path":"/b","x":${deep}}`,
      '[]',
      'null',
      '{"path":"/c","path":"/d"}',
      `{"path":"/e","ip":["1"],"user":true,"caller":null,"query":5}`,
    ]
    expect(read(lines.join('\n'), 'JSON')).toEqual([
      [1, { path: '/a', user: 'x' }],
      [2, { path: '/b' }],
      [3, 'is no JSON object'],
      [4, 'is no JSON object'],
      [5, { path: '/d' }],
      [6, { path: '/e', query: '5' }],
    ])
    const marks = [
      '"'.repeat(60_000),
      '\\'.repeat(60_000),
      ' '.repeat(60_000) + 'x',
      'a b c [d] "' + '\\"'.repeat(30_000),
    ]
    expect(read(marks.join('\n'), 'CLF').map(([line]) => line)).toEqual([1, 2, 3, 4])
    expect(newLogEntry()).not.toHaveProperty('a')
  })

  it.skipIf(guide === undefined)(
    'is read in the format that guide 000 gives (skipped where the guide is absent)',
    () => {
      const text = readFileSync(`${GUIDES}/${guide}`, 'utf8')
      const [format] = /\{\s*"requestId":"\$context\.requestId"[^}]*\}/.exec(text)!
      const values: Record<string, string> = {
        '$context.requestTime': '09/Apr/2026:12:00:00 +0000',
        '$context.httpMethod': 'GET',
        '$context.resourcePath': '/orders/{id}',
        '$context.identity.sourceIp': '203.0.113.7',
        '$context.identity.user': 'ada',
        '$context.identity.caller': 'AIDA1',
      }
      const line = format.replaceAll(/\$context\.[\w.]+/g, (name) => values[name] ?? '-').replaceAll(/\s*\n\s*/g, ' ')
      expect(read(line)).toEqual([
        [
          1,
          {
            requestTime: '09/Apr/2026:12:00:00 +0000',
            httpMethod: 'GET',
            resourcePath: '/orders/{id}',
            ip: '203.0.113.7',
            user: 'ada',
            caller: 'AIDA1',
          },
        ],
      ])
    },
  )
})
