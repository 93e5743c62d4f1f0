import { describe, expect, it } from 'vitest'
import { LOG_KIND } from './log'

const START = [
  'Execution log for request <id>',
  'Starting execution for request: <id>',
  'HTTP Method: GET, Resource Path: /things/7',
  'Method request path: {thing=7}',
  'Method request query string: {page=2, q=a b}',
  'Method request headers: {accept=text/plain}',
  'Method request body before transformations: ',
]
const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:hello'
const ADDRESS = `https://lambda.us-east-1.amazonaws.com/2015-03-31/functions/${FUNCTION}/invocations`
const asked = (body: string) => [
  `Endpoint request URI: ${ADDRESS}`,
  'Endpoint request headers: {x-amzn-lambda-integration-tag=<id>, X-Amz-Security-Token=<token> [TRUNCATED]',
  `Endpoint request body after transformations: ${body}`,
  `Sending request to ${ADDRESS}`,
  'Received response. Status: 200, Integration latency: 12 ms',
  'Endpoint response headers: {Date=Day, dd MMM yyyy hh:mm:ss GMT, Content-Type=application/json, <others>}',
]

/** How a case with these lines is judged; without its id. */
function outcomeOf(status: number, lines: readonly string[]): string {
  const { message = '', outcome } = LOG_KIND.play({ id: 'a', expect: { status, lines } }, { kind: 'log' })
  return `${outcome}${message === '' ? '' : `: ${message}`}`
}

describe('the kind "log"', () => {
  it('plays a method that answers by itself, whatever its text would mean in a template', () => {
    const lines = [
      ...START,
      'Method response body after transformations: #set($a = 1)$a',
      'Method response headers: {Content-Type=application/json}',
      'Successfully completed execution',
      'Method completed with status: 201',
    ]
    expect(outcomeOf(201, lines)).toBe('passed')
    expect(outcomeOf(200, lines)).toMatch(/^failed: status/)
    expect(outcomeOf(201, lines.slice(0, -1))).toMatch(/^failed/)
    expect(outcomeOf(201, lines.with(1, 'Starting execution: <id>'))).toMatch(/^failed: lines\.1/)
  })

  it('plays a function behind a mapped and behind a proxy integration', () => {
    const mapped = [
      ...START,
      ...asked('{"a":1}'),
      'Endpoint response body before transformations: {"b":2}',
      'Method response body after transformations: two',
      'Method response headers: {X-Amzn-Trace-Id=<trace>, Content-Type=application/json}',
      'Successfully completed execution',
      'Method completed with status: 200',
    ]
    const proxied = [
      ...START,
      ...asked('{"resource":"/things/{thing}",<event> [TRUNCATED]'),
      'Endpoint response body before transformations: {"errorType":"Error","errorMessage":"boom"}',
      'Lambda execution failed with status 200 due to customer function error: boom. Lambda request id: <id>',
      'Method completed with status: 502',
    ]
    expect([outcomeOf(200, mapped), outcomeOf(502, proxied)]).toEqual(['passed', 'passed'])
  })

  it('plays an HTTP backend', () => {
    const lines = [
      ...START,
      'Endpoint request URI: http://things.example.com/v1?a=1',
      'Endpoint request headers: {x-amzn-apigateway-api-id=<id>, Accept=application/json, User-Agent=<agent>, X-Amzn-Trace-Id=<trace>}',
      'Endpoint request body after transformations: ',
      'Sending request to http://things.example.com/v1?a=1',
      'Received response. Status: 200, Integration latency: 3 ms',
      'Endpoint response headers: {X-Things=1, 2, Content-Type=text/plain}',
      'Endpoint response body before transformations: things',
      'Method response body after transformations: things',
      'Method response headers: {X-Amzn-Trace-Id=<trace>, Content-Type=application/json}',
      'Successfully completed execution',
      'Method completed with status: 200',
    ]
    expect(outcomeOf(200, lines)).toBe('passed')
  })

  it('plays what a method fails with', () => {
    const failed = (reason: string) => [
      ...START,
      `Execution failed due to configuration error: ${reason}`,
      'Method completed with status: 500',
    ]
    const status = 'It should be an integer that is defined in the request template'
    expect([
      outcomeOf(500, failed(`Unable to parse statusCode. ${status}`)),
      outcomeOf(500, failed('Something else')),
    ]).toEqual(['passed', expect.stringMatching(/^failed: lines\.7/)])
  })

  it('skips lines that do not tell what was asked', () => {
    const cut = START.with(5, 'Method request headers: {a=b [TRUNCATED]')
    expect([outcomeOf(200, ['Starting']), outcomeOf(200, cut)]).toEqual([
      'skipped: the lines do not name a method',
      'skipped: a line that tells of the input was cut',
    ])
    expect(LOG_KIND.play({ id: 'a', expect: {} }, { kind: 'log' })).toEqual({
      id: 'a',
      outcome: 'skipped',
      message: 'no lines are expected',
    })
  })
})
