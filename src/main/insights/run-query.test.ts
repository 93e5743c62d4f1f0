import { describe, expect, it } from 'vitest'
import { runQuery } from './run-query'
import { answer, column, recordsOf } from './testing/answer'

const REQUESTS = [
  { id: 1, path: '/a', status: '200', latency: 10, user: { name: 'ana', tags: ['x', 'y'] } },
  { id: 2, path: '/b', status: '404', latency: 30.5, user: { name: 'bo' } },
  { id: 3, path: '/a', status: '500', latency: 250, error: 'boom' },
  { id: 4, path: '/b', status: '-', error: null },
  'no JSON at all',
]
const ids = (filter: string) => column(`filter ${filter} | sort id | display id`, REQUESTS)

describe('filter', () => {
  it.each([
    ['status >= 400', ['2', '3']],
    ['status < 400', ['1']],
    ['status = 404', ['2']],
    ['status = "404.0"', ['2']],
    ['status != 404', ['1', '3', '4']],
    ['path = "/a" and latency > 20', ['3']],
    ['path = "/b" or id = 1', ['1', '2', '4']],
    ['not path = "/b" and not id = 1', [undefined, '3']],
    ['not (path = "/a" or path = "/b")', [undefined]],
    ['id = 1 or id = 2 and status = 500', ['1']],
    ['status in [200, "500"]', ['1', '3']],
    ['status not in [200, 404]', ['3', '4']],
    ['@message like "oom"', ['3']],
    ['@message like "OOM"', []],
    ['@message like /(?i)OOM/', ['3']],
    ['@message not like /"id"/', [undefined]],
    ['status =~ /^[45]\\d\\d$/', ['2', '3']],
    ['ispresent(error)', ['3']],
    ['not isPresent(latency)', [undefined, '4']],
    ['latency * 2 + 1 = 62', ['2']],
    ['user.name = "ana"', ['1']],
    ['user.tags.1 = "y"', ['1']],
    ['strcontains(user.name, "an")', ['1']],
    ['error = "boom" OR Error = "boom"', ['3']],
    ['latency', ['1', '2', '3']],
    ['-latency < -100', ['3']],
    ['@timestamp >= "2026-05-01T10:00:03Z"', [undefined, '4']],
    ['@timestamp < 1777629601000', ['1']],
    ['@logStream = "stream" and id = 2', ['2']],
  ])('%s', (filter, found) => {
    expect(ids(filter)).toEqual(found)
  })
})

describe('fields and display', () => {
  it('shows the latest records first, with instant and message, when nothing is asked for', () => {
    expect(answer('limit 2', recordsOf(['one', 'two', 'three']))).toEqual([
      { '@timestamp': '2026-05-01 10:00:02.000', '@message': 'three' },
      { '@timestamp': '2026-05-01 10:00:01.000', '@message': 'two' },
    ])
  })

  it('adds up several fields, and what they compute can be used later on', () => {
    const query = 'fields id, latency / 4 as quarter | fields toupper(path) | filter quarter > 5 | sort quarter desc'
    expect(answer(query, recordsOf(REQUESTS))).toEqual([
      { id: '3', quarter: '62.5', 'toupper(path)': '/A' },
      { id: '2', quarter: '7.625', 'toupper(path)': '/B' },
    ])
  })

  it('counts the last display only', () => {
    expect(answer('fields id | display path, id | display status as code | limit 1', recordsOf(REQUESTS))).toEqual([{}])
    expect(column('display path | display status as code | filter id = 3', REQUESTS)).toEqual(['500'])
  })

  it('lets an alias stand for what the log has under the same name', () => {
    expect(column('fields concat(path, "!") as path | filter path = "/a!" | display path', REQUESTS)).toEqual([
      '/a!',
      '/a!',
    ])
  })

  it('takes names with other characters in backticks', () => {
    const messages = [{ 'x-id': 7, '@kept': 'yes' }]
    expect(answer('fields `x-id`, @@kept, `@@kept` as k', recordsOf(messages))).toEqual([
      { 'x-id': '7', '@@kept': 'yes', k: 'yes' },
    ])
  })
})

describe('stats', () => {
  const numbers = [4, 8, 15, 16, 23, 42]
  const messages = numbers.map((n) => ({ n, half: n < 16 ? 'low' : 'high', text: 'x' }))

  it('reckons every aggregate as a plain loop does', () => {
    const mean = numbers.reduce((sum, n) => sum + n, 0) / numbers.length
    const variance = numbers.reduce((sum, n) => sum + (n - mean) ** 2, 0) / (numbers.length - 1)
    const query =
      'stats count(*), count(n) as c, count(none), count_distinct(half), sum(n), avg(n), min(n), max(n), stddev(n), ' +
      'median(n), pct(n, 90), earliest(n), latest(n), sortsFirst(half), sortsLast(half), avg(text), max(@timestamp) as last'
    expect(answer(query, recordsOf(messages))).toEqual([
      {
        'count(*)': '6',
        c: '6',
        'count(none)': '0',
        'count_distinct(half)': '2',
        'sum(n)': '108',
        'avg(n)': '18',
        'min(n)': '4',
        'max(n)': '42',
        'stddev(n)': Math.sqrt(variance).toFixed(4),
        'median(n)': '15.5',
        'pct(n, 90)': '32.5',
        'earliest(n)': '4',
        'latest(n)': '42',
        'sortsFirst(half)': 'high',
        'sortsLast(half)': 'low',
        last: '2026-05-01 10:00:05.000',
      },
    ])
  })

  it('groups by values and periods, in the order in which they came', () => {
    expect(answer('stats sum(n) as total by half, bin(2s)', recordsOf(messages))).toEqual([
      { half: 'low', 'bin(2s)': '2026-05-01 10:00:00.000', total: '12' },
      { half: 'low', 'bin(2s)': '2026-05-01 10:00:02.000', total: '15' },
      { half: 'high', 'bin(2s)': '2026-05-01 10:00:02.000', total: '16' },
      { half: 'high', 'bin(2s)': '2026-05-01 10:00:04.000', total: '65' },
    ])
  })

  it('computes with aggregates, and filters and sorts by columns as they are written', () => {
    const query = 'stats sum(n) / count(*) as mean, count( * ) by half | filter count(*) > 2 | sort MAX(n), mean desc'
    expect(() => answer(query, recordsOf(messages))).toThrow('max is reckoned over many records')
    expect(answer(query.replace('MAX(n), ', ''), recordsOf(messages))).toEqual([
      { half: 'high', mean: '27', 'count( * )': '3' },
      { half: 'low', mean: '9', 'count( * )': '3' },
    ])
  })

  it('works on its own rows when it comes twice', () => {
    const query = 'stats count(*) as c by bin(1s) as second | stats max(c) as most, count(*) by bin(3s)'
    expect(runQuery(query, []).problems.map(({ message }) => message)).toEqual([
      'bin cuts the instants of records, and stats has left none. Did you mean datefloor?',
    ])
    expect(answer(query.replace('bin(3s)', 'datefloor(second, 3s) as t'), recordsOf(messages))).toEqual([
      { t: '2026-05-01 10:00:00.000', most: '1', 'count(*)': '3' },
      { t: '2026-05-01 10:00:03.000', most: '1', 'count(*)': '3' },
    ])
  })

  it('gives one row for no records, none when they are grouped, and keeps missing apart from empty', () => {
    expect(answer('stats count(*) as c, sum(n)', [])).toEqual([{ c: '0' }])
    expect(answer('stats count(*) as c by n', [])).toEqual([])
    expect(answer('stats count(*) as c by n', recordsOf([{ n: '' }, {}, { n: null }, { n: 'missing' }]))).toEqual([
      { n: '', c: '1' },
      { c: '2' },
      { n: 'missing', c: '1' },
    ])
  })

  it('warns of a field that it has not left', () => {
    const { result, problems } = runQuery('stats count(*) as total by half | sort totel', recordsOf(messages))
    expect([result?.rows.length, problems]).toEqual([
      2,
      [
        {
          severity: 'warning',
          message: 'Behind stats there is only what it has made: no field "totel". Did you mean total?',
          line: 1,
          column: 40,
          length: 5,
          suggestion: 'total',
        },
      ],
    ])
  })
})

describe('sort, limit and dedup', () => {
  it('sorts texts before numbers, and pieces of digits by their size', () => {
    const values = ['b10', '2', 'b9', '#', '10', 'A', '-1', '5A', '111A']
    const sorted = ['#', '5A', '111A', 'A', 'b9', 'b10', '-1', '2', '10']
    const messages = values.map((v) => ({ v }))
    expect(column('sort v | display v', messages)).toEqual(sorted)
    expect(column('sort v desc | display v', messages)).toEqual(sorted.toReversed())
  })

  it('sorts by several keys, and keeps the order of arrival among equals', () => {
    const messages = [
      { a: 1, b: 1, n: 'first' },
      { a: 2, b: 1, n: 'second' },
      { a: 1, b: 2, n: 'third' },
      { a: 1, b: 1, n: 'fourth' },
    ]
    expect(column('sort a desc, b desc | display n', messages)).toEqual(['second', 'third', 'first', 'fourth'])
    expect(column('sort b | sort a | limit 3 | display n', messages)).toEqual(['first', 'fourth', 'third'])
  })

  it('shows ten thousand rows at most, and says so', () => {
    const records = recordsOf(Array.from({ length: 10_003 }, (_, n) => ({ n })))
    const { result } = runQuery('fields n', records)
    expect([result?.rows.length, result?.rows[0], result?.notes]).toEqual([
      10_000,
      ['10002'],
      ['These are the first 10000 of 10003 rows; limit shows no more.'],
    ])
  })

  it('counts only what a limit has left', () => {
    const messages = [5, 3, 9, 1].map((n) => ({ n }))
    expect(column('sort n | limit 2 | stats sum(n)', messages)).toEqual(['4'])
  })

  it('keeps the first of each combination in the current order; what is missing is never the same', () => {
    const messages = [
      { k: 'a', n: 1 },
      { k: 'b', n: 2 },
      { k: 'a', n: 3 },
      { n: 4 },
      { n: 5 },
      { k: '', n: 6 },
      { k: '', n: 7 },
    ]
    expect(column('fields n | dedup k', messages)).toEqual(['7', '5', '4', '3', '2'])
    expect(column('fields n | sort n | dedup k | limit 3', messages)).toEqual(['1', '2', '4'])
  })
})

describe('parse', () => {
  const messages = ['user=ana, took 12 ms', 'user=bo, took 7 ms', 'nothing of it']

  it('takes texts out by a glob, by named groups, or by groups and names', () => {
    const expected = [
      { user: 'bo', ms: '7' },
      { user: 'ana', ms: '12' },
    ]
    const queries = [
      'parse @message "user=*, took * ms" as user, ms',
      'parse "user=*, took * ms" as user, ms',
      'parse @message /user=(?<user>\\w+), took (?<ms>\\d+) ms/',
      'parse @message /user=(.*?), took (\\d+)/ as user, ms',
    ]
    for (const query of queries) {
      expect(answer(`${query} | filter ispresent(ms) | display user, ms`, recordsOf(messages))).toEqual(expected)
    }
  })

  it('shows what it has found when nothing else is asked for', () => {
    expect(answer('parse "took * ms" as ms | limit 1', recordsOf(messages.slice(0, 1)))).toEqual([
      { '@timestamp': '2026-05-01 10:00:00.000', '@message': messages[0], ms: '12' },
    ])
  })

  it('leaves a name as it was where nothing is found', () => {
    const query = 'parse "user=*," as who | parse "nothing of *" as who | sort @timestamp | display who'
    expect(column(query, messages)).toEqual(['ana', 'bo', 'it'])
  })
})
