import { describe, expect, it } from 'vitest'
import { finishedRun } from './finished-run.fixture'
import { junitReport } from './junit-report'

describe('junitReport', () => {
  it('has a test case for each check, and says of a failed one what it was and should be', () => {
    expect(junitReport(finishedRun())).toEqual({
      name: 'rush-hour-junit.xml',
      notes: [],
      text: `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="Gatewright" tests="2" failures="1" errors="0" skipped="0" time="0.013">
  <testsuite name="Rush hour" tests="2" failures="1" errors="0" skipped="0" time="0.013">
    <properties>
      <property name="seed" value="7"/>
      <property name="requests" value="10"/>
    </properties>
    <testcase name="Throttled share of POST /orders &lt;= 5 %" classname="Rush hour" time="0">
      <failure type="check" message="It is 50 %, but should be &lt;= 5 %.">Throttled share of POST /orders &lt;= 5 %&#10;actual: 50 % (0.5)&#10;limit: &lt;= 5 % (0.05)</failure>
    </testcase>
    <testcase name="Latency p99 &lt; 250 ms" classname="Rush hour" time="0"/>
  </testsuite>
</testsuites>
`,
    })
  })

  it('escapes hostile names', () => {
    const check = {
      metric: 'throttled',
      route: '</testcase><x y="',
      operator: '==',
      value: 0,
      actual: 1,
      passed: false,
    } as const
    const { text } = junitReport(finishedRun({ scenario: '"><script>\u0000', checks: [check] }))
    expect(text).toContain('classname="&quot;&gt;&lt;script&gt;\ufffd"')
    expect(text).not.toContain('<script>')
    expect(text.match(/<testcase /g)).toHaveLength(1)
  })

  it('has no test case for a scenario without checks, and says so', () => {
    const { text, notes } = junitReport(finishedRun({ checks: [] }))
    expect([text.includes('tests="0"'), text.includes('<testcase'), notes]).toEqual([
      true,
      false,
      ['The scenario has no checks, so the report has no test cases.'],
    ])
  })
})
