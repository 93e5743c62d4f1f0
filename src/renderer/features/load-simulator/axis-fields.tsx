import { Button } from '@mantine/core'
import { setMethodSetting } from '@shared/design/edits/set-method-setting'
import type { Scenario } from '@shared/design/scenario'
import { editWithUndo } from '../../stores/edit-with-undo'
import { NumberField } from '../../ui/fields'
import { formatNumber } from '../../ui/format'
import { rangeProblem, suggestedRange, type AxisRange } from './axis-values'
import { SettingSelect } from './setting-select'
import type { AxisDraft } from './sweep-form-store'
import type { MissingLimit, SweepSetting } from './sweep-setting'

export interface AxisFieldsProps {
  readonly label: string
  readonly settings: readonly SweepSetting[]
  readonly scenario: Scenario
  readonly draft: AxisDraft
  readonly none?: string
  /** A search goes from one end to the other and needs no step. */
  readonly hasStep?: boolean
  readonly testId: string
  onChange(draft: AxisDraft): void
}

/** A setting and the values to try. */
export function AxisFields(props: AxisFieldsProps) {
  const { label, settings, scenario, draft, none, hasStep = true, testId, onChange } = props
  const setting = settings.find(({ pointer }) => pointer === draft.pointer)
  return (
    <fieldset className="gw-sim-part gw-sweep-axis">
      <SettingSelect
        label={label}
        settings={settings}
        value={draft.pointer}
        none={none}
        testId={testId}
        onChange={(pointer) => onChange({ pointer, range: null })}
      />
      {setting && (
        <>
          <RangeFields
            label={label}
            setting={setting}
            range={draft.range ?? suggestedRange(setting.current, setting)}
            hasStep={hasStep}
            onChange={(range) => onChange({ ...draft, range })}
          />
          <p className="gw-sim-note">
            Now {formatNumber(setting.current)} {setting.unit}
          </p>
          {setting.missing && <OwnLimit missing={setting.missing} scenario={scenario} />}
        </>
      )}
    </fieldset>
  )
}

interface RangeFieldsProps {
  readonly label: string
  readonly setting: SweepSetting
  readonly range: AxisRange
  readonly hasStep: boolean
  onChange(range: AxisRange): void
}

function RangeFields({ label, setting, range, hasStep, onChange }: RangeFieldsProps) {
  const { min, max, integer, unit } = setting
  const rule = { min, max, integer, required: true }
  const problem = hasStep ? rangeProblem(range) : range.to < range.from ? 'The range ends before it begins' : null
  const at = `/sweep/${label}`
  return (
    <div className="gw-sweep-range" data-columns={hasStep ? 3 : 2}>
      <NumberField
        {...rule}
        label="From"
        value={range.from}
        pointer={`${at}/from`}
        onChange={(from = 0) => onChange({ ...range, from })}
      />
      <NumberField
        {...rule}
        label="To"
        unit={hasStep ? undefined : unit}
        value={range.to}
        error={problem ?? undefined}
        pointer={`${at}/to`}
        onChange={(to = 0) => onChange({ ...range, to })}
      />
      {hasStep && (
        <NumberField
          label="Step"
          min={0}
          integer={integer}
          required
          value={range.step}
          pointer={`${at}/step`}
          onChange={(step = 0) => onChange({ ...range, step })}
        />
      )}
    </div>
  )
}

/** A method that inherits its limit must have one of its own before another can be tried. */
function OwnLimit({ missing, scenario }: { readonly missing: MissingLimit; readonly scenario: Scenario }) {
  const { routeKey, methodKey, rateLimit, burstLimit } = missing
  return (
    <div className="gw-sim-consequence">
      {routeKey} has no limit of its own: it takes the stage’s or the account’s.{' '}
      <Button
        size="compact-xs"
        onClick={() =>
          editWithUndo({
            name: `Give ${routeKey} a limit of its own`,
            change: (design) =>
              setMethodSetting(design, scenario.apiId, scenario.stage, methodKey, {
                throttlingRateLimit: rateLimit,
                throttlingBurstLimit: burstLimit,
              }),
            message: `${routeKey} has its own limit now: ${formatNumber(rateLimit)}/s, burst ${formatNumber(burstLimit)}`,
            code: 'own-limit',
          })
        }
      >
        Give it its own limit
      </Button>
    </div>
  )
}
