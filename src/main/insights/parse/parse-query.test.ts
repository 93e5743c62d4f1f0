import { expect, it } from 'vitest'
import { checkQuery } from '../start-query'

/** "line:column+length message" of each problem. */
function problems(query: string): string[] {
  return checkQuery(query).map(({ line, column, length, message }) => `${line}:${column}+${length} ${message}`)
}

it.each([
  ['', '1:1+0 The query is empty: begin with a command, as in fields @timestamp, @message.'],
  ['filer status = 1', '1:1+5 There is no command "filer". Did you mean filter?'],
  ['where status = 1', '1:1+5 There is no command "where". Did you mean filter?'],
  ['pattern @message', '1:1+7 The command pattern exists in CloudWatch and is not played here: leave it out.'],
  ['SOURCE logGroups()', '1:1+6 The command SOURCE exists in CloudWatch and is not played here: leave it out.'],
  [
    'fields a | unmask @message',
    '1:12+6 The command unmask exists in CloudWatch and is not played here: leave it out.',
  ],
  [
    'fields a |',
    '1:11+0 A command is missing before the end of the query: fields, display, filter, stats, sort, limit, parse, dedup.',
  ],
  ['fields a, ', '1:11+0 A field, a value or a function is missing before the end of the query.'],
  ['filter a == 1', '1:10+2 "==" is no operator of this language. Did you mean =?'],
  ['filter a = 1 && b = 2', '1:14+2 "&&" is no operator of this language. Did you mean and?'],
  ['filter a = 1 adn b = 2', '1:14+3 "adn" is not expected here. Did you mean and?'],
  ['filter a is null', '1:10+2 Whether a field is there is asked with a function. Did you mean ispresent?'],
  ['filter a = "open', '1:12+5 The text is not closed: put " at its end.'],
  ['filter a like /open', '1:15+5 The pattern is not closed: put "/" at its end.'],
  ['filter a like /(/', '1:15+3 The pattern /(/ cannot be used: a group is not closed: ")" is missing at character 2.'],
  [
    'filter a like b',
    '1:15+1 What follows "like" is a text in quotes or a pattern between slashes, not "b". Did you mean "b"?',
  ],
  ['filter a in (1, 2)', '1:13+1 What follows "in" is a list in brackets, as in status in [404, 500].'],
  ['filter a in [x]', '1:14+1 A list holds texts in quotes and numbers, not "x". Did you mean "x"?'],
  ['filter a not = 1', '1:14+1 "in" or "like" is missing after "not".'],
  ['fields items[0].id', '1:13+1 Members of lists are written with a dot. Did you mean items.0?'],
  [
    'fields $context.status',
    '1:8+1 "$" means nothing here. A field whose name has such characters is written in backticks. Did you mean `$context.status`?',
  ],
  [
    'fields x-id',
    '1:8+4 x-id is x minus id. A field whose name has a dash is written in backticks. Did you mean `x-id`?',
  ],
  ['fields toUper(a)', '1:8+6 There is no function "toUper". Did you mean toupper?'],
  ['fields substr(a)', '1:8+9 substr is given 1 values; it is written substr(text, start[, length]).'],
  ['stats rate(a)', '1:7+4 The function rate is not played here: leave it out.'],
  [
    'fields count(*)',
    '1:8+8 count is reckoned over many records: it stands in stats, or names a column of one before.',
  ],
  ['stats sum(max(a))', '1:11+6 max cannot stand inside of another function over many records.'],
  [
    'stats latency by a',
    '1:7+7 stats gives one value for many records: put latency into a function such as max, or behind "by".',
  ],
  ['stats pct(a, 101)', '1:14+3 The percentage of pct is a number from 0 to 100, not "101".'],
  ['stats pct(a)', '1:12+1 pct needs a percentage: it is written pct(number, percent).'],
  ['stats count(*) by bin(5)', '1:23+1 The period 5 has no unit. Did you mean 5m?'],
  ['stats count(*) by bin(5minits)', '1:23+7 There is no unit of time "minits". Did you mean minute?'],
  ['stats count(*) by bin(0m)', '1:23+2 A period is a whole number of units from 1 on, not 0.'],
  ['filter a > 5m', '1:12+2 "5m" is a period, which stands in bin, datefloor and dateceil only.'],
  ['sort a dsc', '1:8+3 "dsc" is not expected here. Did you mean desc?'],
  ['limit 20000', '1:7+5 limit takes a whole number from 1 to 10000, not "20000".'],
  ['limit ten', '1:7+3 limit takes a whole number from 1 to 10000, not "ten".'],
  ['parse a "x" as b', '1:9+3 "x" has no *: nothing would be taken from the field.'],
  ['parse a "* *" as b', '1:9+5 It has 2 *, but there are 1 names: give one for each.'],
  ['parse a "*"', '1:12+0 "as" with a name for each * is missing.'],
  [
    'parse a /x(.)/',
    '1:9+6 The pattern has no named group: nothing would be taken from the field. Did you mean (?<name>...)?',
  ],
  [
    'parse a /(?<b>.)(?=c)/',
    '1:9+14 The pattern /(?<b>.)(?=c)/ cannot be used: lookaround and backreferences cannot be used in parse.',
  ],
  ['dedup a | sort b', '1:11+6 Only limit may follow dedup: put sort before it.'],
  ['fields a filter b = 1', '1:10+6 "|" is missing before the command filter. Did you mean | filter?'],
  ['fields a as "b"', '1:13+3 What follows "as" is a name, not "b". Did you mean `b`?'],
])('%s', (query, problem) => {
  expect(problems(query)).toEqual([problem])
})

it('finds the problems of every command, with their lines', () => {
  const query = [
    '-- Errors',
    'fields a, b',
    '# | a comment',
    '| filter a === 5 or b = "x | y"',
    '| stats cuont(*) by a',
    '| limit 0',
  ].join('\n')
  expect(problems(query)).toEqual([
    '1:1+2 Comments begin with "#", not with "--". Did you mean #?',
    '4:12+2 "==" is no operator of this language. Did you mean =?',
    '5:9+5 There is no function "cuont". Did you mean count?',
    '6:9+1 limit takes a whole number from 1 to 10000, not "0".',
  ])
})

it('refuses a third stats, and queries too deep or too long to be meant', () => {
  const stats = 'stats count(*) as c'
  expect(problems([stats, stats, stats].join(' | '))).toEqual(['1:45+19 A query has 2 stats at most.'])
  expect(problems(`filter ${'('.repeat(5000)}`)).toEqual(['1:108+1 Expressions are nested more than 100 deep.'])
  expect(problems(`filter ${'not '.repeat(2000)}a`)).toEqual(['1:404+3 Expressions are nested more than 100 deep.'])
  expect(problems(`filter a = ${'- '.repeat(4000)}a`)).toHaveLength(1)
  expect(problems(`filter a = ${'2^'.repeat(4000)}a`)).toHaveLength(1)
  expect(problems(`filter a = 1${'+1'.repeat(4000)}`)).toEqual(['1:2014+1 A command has 1000 operators at most.'])
  expect(problems(`filter a = 1${' + 1'.repeat(999)}`)).toEqual([])
  expect(problems(`filter a = ${'x'.repeat(10_000)}`)).toEqual([
    '1:10001+11 A query has 10000 characters at most; this one has 10011.',
  ])
})

it('reads keywords, commands and functions in any case, and comments', () => {
  const query =
    'FIELDS a AS b # why\n# all of it\n| Filter NOT b IN [1] AND IsPresent(a) | Stats COUNT(*) BY b | SORT b DESC'
  expect(problems(query)).toEqual([])
})
