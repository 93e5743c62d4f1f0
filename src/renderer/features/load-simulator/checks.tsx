import { Button } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react'
import type { Api } from '@shared/design/api'
import type { ScenarioCheck } from '@shared/design/scenario'
import { useDesignStore } from '../../stores/design-store'
import { useRunStore } from '../../stores/run-store'
import { PanelSection } from '../../ui/panel-section'
import { AddButton } from './add-button'
import { CheckEditor } from './check-editor'
import { checkResults, failedChecks, type CheckResult } from './check-results'
import { checkWords, metricValue } from './check-words'
import { Disclosure } from './disclosure'
import type { ScenarioInUse } from './use-scenario'

const NEW_CHECK: ScenarioCheck = { metric: 'throttledShare', operator: '<=', value: 0.01 }

/** What must hold; after a run each shows its actual value. */
export function Checks({ api, scenario, pointer, change }: ScenarioInUse & { readonly api: Api }) {
  const result = useRunStore((state) => state.result)
  const keys = useDesignStore((state) => state.design?.apiKeys) ?? []
  const checks = scenario.checks ?? []
  const results = checkResults(scenario, result)
  const failed = failedChecks(results)
  const at = `${pointer}/checks`
  const put = (next: readonly ScenarioCheck[], where: string): void => change({ ...scenario, checks: next }, where)
  return (
    <PanelSection
      title="Checks"
      action={
        <span className="gw-sim-checks-head">
          {failed > 0 && <span className="gw-sim-failing">{`${failed} of ${checks.length} failing`}</span>}
          <AddButton label="Add check" onClick={() => put([...checks, NEW_CHECK], at)} />
        </span>
      }
    >
      {checks.map((check, index) => (
        <Disclosure
          key={index}
          name={checkWords(check)}
          testId="sim-check"
          attributes={{ 'data-result': resultWord(results[index]) }}
          summary={<CheckSummary check={check} result={results[index] ?? null} />}
        >
          <CheckEditor
            api={api}
            check={check}
            keyNames={keys.map(({ name }) => name)}
            pointer={`${at}/${index}`}
            onChange={(next, where) => put(checks.with(index, next), where)}
          />
          <Button className="gw-sim-remove" onClick={() => put(checks.toSpliced(index, 1), at)}>
            Remove check
          </Button>
        </Disclosure>
      ))}
      {checks.length === 0 && <p className="gw-sim-note">Nothing has to hold.</p>}
    </PanelSection>
  )
}

function resultWord(result: CheckResult | null | undefined): string {
  return result ? (result.passed ? 'pass' : 'fail') : 'none'
}

function CheckSummary({ check, result }: { readonly check: ScenarioCheck; readonly result: CheckResult | null }) {
  const Shape = result === null ? IconCircleDashed : result.passed ? IconCircleCheck : IconCircleX
  return (
    <span className="gw-sim-check" data-result={resultWord(result)}>
      <Shape size={14} stroke={1.6} aria-hidden="true" />
      <span className="gw-sim-check-words">{checkWords(check)}</span>
      {result && (
        <span className="gw-sim-check-actual gw-numbers">
          <span className="gw-hidden">{result.passed ? 'passes with' : 'fails with'} </span>
          {metricValue(check.metric, result.actual)}
        </span>
      )}
    </span>
  )
}
