import { expect, it } from 'vitest'
import { evaluateExpression } from './evaluate-expression'
import { valueText } from './values/value-text'

const RECORD = {
  '@message': '{"n":"12.50","text":"Grüße 👋!","dash":"-","long":"12345678901234567890"}',
  '@timestamp': Date.UTC(2024, 1, 29, 12, 34, 56, 789),
}

function textOf(expression: string): string | null {
  const evaluated = evaluateExpression(expression, RECORD)
  return 'value' in evaluated ? valueText(evaluated.value) : evaluated.problems.map(({ message }) => message).join()
}

it.each([
  ['1 + 2 * 3', '7'],
  ['(1 + 2) * 3', '9'],
  ['3 ^ 2 ^ 2', '81'],
  ['-3 ^ 2', '-9'],
  ['17 % 5', '2'],
  ['-17 % 5', '-2'],
  ['1 / 3', '0.3333'],
  ['1 / 30000', '0.00003333'],
  ['1 / 0', null],
  ['n * 2', '25'],
  ['n', '12.50'],
  ['dash + 1', null],
  ['none + 1', null],
  ['long = 12345678901234567891', 'false'],
  ['long = "12345678901234567890"', 'true'],
  ['abs(-2.5)', '2.5'],
  ['ceil(1.2) + floor(1.8)', '3'],
  ['greatest(1, n, dash, none)', '12.5'],
  ['least(1, n, "text")', '1'],
  ['greatest(dash)', null],
  ['log(1)', '0'],
  ['log(0)', null],
  ['sqrt(16)', '4'],
  ['coalesce(none, dash, n)', '-'],
  ['coalesce(none)', null],
  ['ispresent(n)', 'true'],
  ['isempty(none) + isempty("") + isempty(" ")', '2'],
  ['isblank(none) + isblank(" \\t") + isblank(n)', '2'],
  ['concat(n, none, "|", 3)', '12.50|3'],
  ['strlen(text)', '8'],
  ['strlen(none)', null],
  ['toupper(text)', 'GRÜSSE 👋!'],
  ['tolower("ÀB")', 'àb'],
  ['substr(text, 6)', '👋!'],
  ['substr(text, 6, 1)', '👋'],
  ['substr(text, 60)', ''],
  ['substr(text, -3, 2)', 'Gr'],
  ['replace("a.b.c", ".", "$&")', 'a$&b$&c'],
  ['replace("abc", "", "x")', 'abc'],
  ['strcontains(text, "👋")', '1'],
  ['strcontains(text, "x")', '0'],
  ['ltrim("  a ")', 'a '],
  ['rtrim(" a  ")', ' a'],
  ['trim("👋a👋", "👋")', 'a'],
  ['trim("aaa", "a")', ''],
  ['rtrim("1.500", "0")', '1.5'],
  ['bin(1h)', '2024-02-29 12:00:00.000'],
  ['bin(250ms)', '2024-02-29 12:34:56.750'],
  ['bin(2 weeks)', '2024-02-29 00:00:00.000'],
  ['bin(1mo)', '2024-02-01 00:00:00.000'],
  ['bin(1qtr)', '2024-01-01 00:00:00.000'],
  ['bin(1y)', '2024-01-01 00:00:00.000'],
  ['datefloor(@timestamp, 15min)', '2024-02-29 12:30:00.000'],
  ['dateceil(@timestamp, 15m)', '2024-02-29 12:45:00.000'],
  ['dateceil("2024-01-01", 1q)', '2024-01-01 00:00:00.000'],
  ['dateceil("2024-01-01T00:00:00.001Z", 1q)', '2024-04-01 00:00:00.000'],
  ['datefloor(-1, 1 months)', '1969-12-01 00:00:00.000'],
  ['datefloor(dash, 1m)', null],
  ['fromMillis(951782400123)', '2000-02-29 00:00:00.123'],
  ['fromMillis(9e15)', null],
  ['toMillis(@timestamp)', String(RECORD['@timestamp'])],
  ['toMillis("2024-02-29 13:34:56,789 +0100")', String(RECORD['@timestamp'])],
  ['toMillis("yesterday")', null],
  ['toMillis(@timestamp) = @timestamp', 'true'],
  ['isValidIp("2001:db8::1")', 'true'],
  ['isValidIp("10.0.0.0/8")', 'false'],
  ['isValidIpV4("10.0.0.256")', 'false'],
  ['isValidIpV6("10.0.0.1")', 'false'],
  ['isIpInSubnet("10.1.2.3", "10.0.0.0/8")', 'true'],
  ['isIpInSubnet(none, "10.0.0.0/8")', 'false'],
  ['isIpv4InSubnet("2001:db8::1", "2001:db8::/32")', 'false'],
  ['isIpv6InSubnet("2001:db8::1", "2001:db8::/32")', 'true'],
  ['"a" < "b" and "10" > "9"', 'true'],
  ['dash < 5 or dash >= 5 or none != 5', 'false'],
  ['true', 'true'],
  ['not false', 'true'],
])('%s', (expression, text) => {
  expect(textOf(expression)).toBe(text)
})

it('says why there is no value', () => {
  expect(textOf('sqrt(1) 5')).toBe('"5" is not expected here.')
})
