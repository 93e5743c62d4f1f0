import type { SimulationResult } from '@shared/contract/simulation'
import type { TextFile } from '@shared/contract/text-file'
import { checkText, metricText } from './check-text'
import { fileName } from './file-name'
import { xmlText } from './xml-text'

type Check = SimulationResult['checks'][number]

/** A test case for each check of the scenario, as CI systems read them. Source: the JUnit report format of Ant and Maven Surefire. */
export function junitReport(result: SimulationResult): TextFile {
  const { scenario, checks, elapsedMs, seed, totals } = result
  const failures = checks.filter(({ passed }) => !passed).length
  const counts = `tests="${checks.length}" failures="${failures}" errors="0" skipped="0"`
  const time = `time="${(elapsedMs / 1000).toFixed(3)}"`
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="Gatewright" ${counts} ${time}>`,
    `  <testsuite name="${xmlText(scenario)}" ${counts} ${time}>`,
    '    <properties>',
    `      <property name="seed" value="${seed}"/>`,
    `      <property name="requests" value="${totals.requests}"/>`,
    '    </properties>',
    ...checks.flatMap((check) => testCase(check, scenario)),
    '  </testsuite>',
    '</testsuites>',
  ]
  return { name: fileName(scenario, '-junit.xml'), text: `${lines.join('\n')}\n`, notes: notesOf(checks) }
}

function testCase(check: Check, scenario: string): string[] {
  const names = `name="${xmlText(checkText(check))}" classname="${xmlText(scenario)}" time="0"`
  if (check.passed) return [`    <testcase ${names}/>`]
  const actual = metricText(check.metric, check.actual)
  const limit = `${check.operator} ${metricText(check.metric, check.value)}`
  const details = `${checkText(check)}\nactual: ${actual} (${check.actual})\nlimit: ${limit} (${check.value})`
  return [
    `    <testcase ${names}>`,
    `      <failure type="check" message="${xmlText(`It is ${actual}, but should be ${limit}.`)}">${xmlText(details)}</failure>`,
    '    </testcase>',
  ]
}

function notesOf(checks: readonly Check[]): string[] {
  return checks.length > 0 ? [] : ['The scenario has no checks, so the report has no test cases.']
}
