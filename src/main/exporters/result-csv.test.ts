import { describe, expect, it } from 'vitest'
import { finishedRun } from './finished-run.fixture'
import { resultCsv } from './result-csv'

describe('resultCsv', () => {
  it('is one table: totals, seconds, routes, keys and single figures', () => {
    const { name, text, notes } = resultCsv(finishedRun())
    expect([name, notes]).toEqual(['rush-hour-result.csv', []])
    expect(text.split('\r\n')).toEqual([
      'table,key,requests,admitted,throttled,value,unit,INTEGRATED,CACHED,INTEGRATION_SERVER_ERROR,THROTTLED_METHOD,ACCESS_DENIED',
      'total,Rush hour,10,6,3,,,3,2,1,3,1',
      'second,0,4,4,0,,,,,,,',
      'second,1,3,1,2,,,,,,,',
      'second,2,3,1,1,,,,,,,',
      'route,POST /orders,6,3,3,,,3,0,0,3,0',
      'route,GET /orders,4,3,0,,,0,2,1,0,1',
      'route,GET /unused,0,0,0,,,0,0,0,0,0',
      'apiKey,acme,9,6,3,,,3,0,0,0,0',
      'apiKey,,1,0,0,,,0,0,0,0,1',
      'status,200,,,,5,requests,,,,,',
      'status,403,,,,1,requests,,,,,',
      'status,429,,,,3,requests,,,,,',
      'status,502,,,,1,requests,,,,,',
      'latency,p50,,,,40,ms,,,,,',
      'latency,p95,,,,90.5,ms,,,,,',
      'latency,p99,,,,120,ms,,,,,',
      'latency,mean,,,,50,ms,,,,,',
      'latency,max,,,,121,ms,,,,,',
      'cache,hitRatio,,,,0.5,share,,,,,',
      'authorizer,calls,,,,4,calls,,,,,',
      'answer,leakedReads,,,,0,requests,,,,,',
      'answer,staleReads,,,,2,requests,,,,,',
      'answer,allowedAfterRevocation,,,,0,requests,,,,,',
      'answer,retries,,,,0,requests,,,,,',
      'check,throttledShare(POST /orders) <= 0.05,,,,0.5,failed,,,,,',
      'check,latencyP99 < 250,,,,120,passed,,,,,',
      'cost,requests,,,,35,USD a month,,,,,',
      'cost,total,,,,35,USD a month,,,,,',
      '',
    ])
  })

  it('gives every row the same number of cells, whatever names look like', () => {
    const hostile = ['=1+1', 'a,b', 'say "x"', '__proto__', '-x']
    const routes = hostile.map((key) => ({ key, requests: 1, admitted: 1, throttled: 0, outcomes: {} }))
    const { text, notes } = resultCsv(finishedRun({ routes }))
    const lines = text.split('\r\n').filter((line) => line.startsWith('route'))
    expect(lines).toEqual([
      "route,'=1+1,1,1,0,,,0,0,0,0,0",
      'route,"a,b",1,1,0,,,0,0,0,0,0',
      'route,"say ""x""",1,1,0,,,0,0,0,0,0',
      'route,__proto__,1,1,0,,,0,0,0,0,0',
      "route,'-x,1,1,0,,,0,0,0,0,0",
    ])
    expect(notes).toEqual(['An apostrophe stands before 2 names that a spreadsheet would take for a formula.'])
  })

  it('leaves a ratio empty that there is none of', () => {
    const { text } = resultCsv(finishedRun({ cache: { hits: 0, misses: 0, hitRatio: null } }))
    expect(text).toContain('cache,hitRatio,,,,,share,,,,,\r\n')
  })
})
