import type { Api } from '@shared/design/api'
import { patchMembers } from '@shared/design/edits/update-in'
import { routeKeysOf } from '@shared/design/route-key'
import { SCENARIO_METRICS, WEB_SOCKET_METRICS, type ScenarioCheck, type ScenarioMetric } from '@shared/design/scenario'
import { NumberField, SelectField } from '../../ui/fields'
import { METRIC_WORDS, metricOf, OPERATOR_WORDS, scopeOf, unitOf } from './check-words'
import { percentOf, shareOf } from './share-percent'
import type { Change } from './use-scenario'

/** Those that a run of this API has, and the one that is chosen. */
function metricsOf(api: Api, chosen: ScenarioMetric) {
  const isWebSocket = api.protocolType === 'WEBSOCKET'
  return SCENARIO_METRICS.filter((metric) => metric === chosen || isWebSocket || !WEB_SOCKET_METRICS.has(metric)).map(
    (value) => ({ value, label: METRIC_WORDS[value] }),
  )
}

const OPERATORS = (['<', '<=', '==', '>=', '>'] as const).map((value) => ({ value, label: OPERATOR_WORDS[value] }))

export interface CheckEditorProps {
  readonly api: Api
  readonly check: ScenarioCheck
  readonly keyNames: readonly string[]
  /** "/scenarios/0/checks/0". */
  readonly pointer: string
  readonly onChange: Change<ScenarioCheck>
}

/** One statement about the result: a metric, its limit and what it looks at. */
export function CheckEditor({ api, check, keyNames, pointer, onChange }: CheckEditorProps) {
  const patch = (members: Partial<ScenarioCheck>, member: keyof ScenarioCheck): void =>
    onChange(patchMembers(check, members), `${pointer}/${member}`)
  const scope = scopeOf(check.metric)
  return (
    <div className="gw-sim-pair">
      <div className="gw-sim-wide">
        <SelectField
          label="Metric"
          value={check.metric}
          options={metricsOf(api, check.metric)}
          pointer={`${pointer}/metric`}
          onChange={(text) => {
            const metric = metricOf(text)
            const scope = scopeOf(metric)
            const dropped = {
              ...(scope.apiKey ? {} : { apiKey: undefined }),
              ...(scope.route ? {} : { route: undefined }),
            }
            patch({ metric, ...dropped }, 'metric')
          }}
        />
      </div>
      <SelectField
        label="Is"
        value={check.operator}
        options={OPERATORS}
        pointer={`${pointer}/operator`}
        onChange={(text) => {
          const operator = OPERATORS.find(({ value }) => value === text)?.value
          if (operator) patch({ operator }, 'operator')
        }}
      />
      <CheckValue check={check} pointer={pointer} onChange={(value) => patch({ value }, 'value')} />
      {scope.apiKey && (
        <Narrow
          label="API key"
          value={check.apiKey}
          options={keyNames}
          pointer={`${pointer}/apiKey`}
          onChange={(apiKey) => patch({ apiKey }, 'apiKey')}
        />
      )}
      {scope.route && (
        <Narrow
          label="Route"
          value={check.route}
          options={routeKeysOf(api)}
          pointer={`${pointer}/route`}
          onChange={(route) => patch({ route }, 'route')}
        />
      )}
    </div>
  )
}

const UNIT_WORDS = { share: '%', ms: 'ms', usd: '$', count: undefined } as const

function CheckValue({
  check,
  pointer,
  onChange,
}: {
  readonly check: ScenarioCheck
  readonly pointer: string
  onChange(value: number): void
}) {
  const unit = unitOf(check.metric)
  return (
    <NumberField
      label="Value"
      unit={UNIT_WORDS[unit]}
      min={0}
      max={unit === 'share' ? 100 : undefined}
      required
      value={unit === 'share' ? percentOf(check.value) : check.value}
      pointer={`${pointer}/value`}
      onChange={(value = 0) => onChange(unit === 'share' ? (shareOf(value) ?? 0) : value)}
    />
  )
}

interface NarrowProps {
  readonly label: string
  readonly value: string | undefined
  readonly options: readonly string[]
  readonly pointer: string
  onChange(value: string | undefined): void
}

/** Looks at all of them, or at one. */
function Narrow({ label, value, options, pointer, onChange }: NarrowProps) {
  return (
    <SelectField
      label={label}
      value={value ?? ''}
      options={[{ value: '', label: 'All' }, ...options.map((option) => ({ value: option, label: option }))]}
      pointer={pointer}
      onChange={(chosen) => onChange(chosen === '' ? undefined : chosen)}
    />
  )
}
