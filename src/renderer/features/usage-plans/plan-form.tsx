import type { Design } from '@shared/design/design'
import { putUsagePlan } from '@shared/design/edits/put-usage-plan'
import type { QuotaPeriod, QuotaSettings, UsagePlan } from '@shared/design/usage-plan'
import { pointerTo } from '@shared/diagnostic'
import { DesignNumberField, DesignTextField } from '../../stores/design-fields'
import { useDesignStore } from '../../stores/design-store'
import { ActionButton } from '../../ui/action-button'
import { SelectField, SwitchField } from '../../ui/fields'
import { PanelSection } from '../../ui/panel-section'
import type { PlanPartProps } from './plan-part'
import { PlanStages } from './plan-stages'

export interface PlanFormProps {
  readonly design: Design
  readonly plan: UsagePlan
  /** Place in the design, for JSON pointers. */
  readonly index: number
  onRemove(): void
}

/** Every setting of one usage plan. */
export function PlanForm({ design, plan, index, onRemove }: PlanFormProps) {
  const part: PlanPartProps = {
    plan,
    at: (...path) => pointerTo(['usagePlans', index, ...path]),
    change: (what, patch, isTyped) => {
      const mergeKey = isTyped ? `${what} of plan ${plan.id}` : undefined
      useDesignStore
        .getState()
        .edit(`${what} of usage plan ${plan.name}`, (each) => putUsagePlan(each, patched(plan, patch)), mergeKey)
    },
  }
  return (
    <>
      <PanelSection
        title={plan.name}
        action={
          <ActionButton label={`Delete ${plan.name}`} onClick={onRemove}>
            Delete
          </ActionButton>
        }
      >
        <DesignTextField
          label="Name"
          pointer={part.at('name')}
          value={plan.name}
          validate={(text) => (text.trim() === '' ? 'A plan needs a name' : undefined)}
          onChange={(name) => part.change('Name', { name }, true)}
        />
        <DesignTextField
          label="Description"
          pointer={part.at('description')}
          value={plan.description ?? ''}
          onChange={(text) => part.change('Description', { description: text || undefined }, true)}
        />
      </PanelSection>
      <PlanThrottle {...part} />
      <PlanQuota {...part} />
      <PlanStages {...part} design={design} />
    </>
  )
}

/** Members set; undefined ones taken away. */
function patched(plan: UsagePlan, patch: Partial<UsagePlan>): UsagePlan {
  const { throttle, quota, description, ...rest } = { ...plan, ...patch }
  return {
    ...rest,
    ...(description !== undefined && { description }),
    ...(throttle !== undefined && { throttle }),
    ...(quota !== undefined && { quota }),
  }
}

/** Where a plan without a limit begins when it gets one. */
const FIRST_THROTTLE = { rateLimit: 100, burstLimit: 200 }
const FIRST_QUOTA: QuotaSettings = { limit: 10_000, period: 'MONTH' }

function PlanThrottle({ plan, at, change }: PlanPartProps) {
  const { throttle } = plan
  return (
    <PanelSection title="Throttle, for each key">
      <SwitchField
        label="Limit each key"
        pointer={at('throttle')}
        checked={throttle !== undefined}
        help="A bucket for every key; the plan has none of its own."
        onChange={(checked) =>
          change(checked ? 'Throttle' : 'No throttle', { throttle: checked ? FIRST_THROTTLE : undefined }, false)
        }
      />
      {throttle !== undefined && (
        <div className="gw-field-row">
          <DesignNumberField
            label="Rate limit"
            unit="requests/s"
            pointer={at('throttle', 'rateLimit')}
            value={throttle.rateLimit}
            min={0}
            required
            onChange={(rateLimit) =>
              rateLimit !== undefined && change('Rate limit', { throttle: { ...throttle, rateLimit } }, true)
            }
          />
          <DesignNumberField
            label="Burst limit"
            unit="requests"
            pointer={at('throttle', 'burstLimit')}
            value={throttle.burstLimit}
            min={0}
            integer
            required
            onChange={(burstLimit) =>
              burstLimit !== undefined && change('Burst limit', { throttle: { ...throttle, burstLimit } }, true)
            }
          />
        </div>
      )}
    </PanelSection>
  )
}

const PERIODS: readonly QuotaPeriod[] = ['DAY', 'WEEK', 'MONTH']

function PlanQuota({ plan, at, change }: PlanPartProps) {
  const { quota } = plan
  const set = (what: string, patch: Partial<QuotaSettings>, isTyped: boolean): void =>
    change(what, { quota: { ...FIRST_QUOTA, ...quota, ...patch } }, isTyped)
  return (
    <PanelSection title="Quota, for each key">
      <SwitchField
        label="Limit requests in a period"
        pointer={at('quota')}
        checked={quota !== undefined}
        help="Used up: 429 Limit Exceeded until the period ends, at 00:00 UTC."
        onChange={(checked) =>
          change(checked ? 'Quota' : 'No quota', { quota: checked ? FIRST_QUOTA : undefined }, false)
        }
      />
      {quota !== undefined && (
        <div className="gw-field-row">
          <DesignNumberField
            label="Limit"
            unit="requests"
            pointer={at('quota', 'limit')}
            value={quota.limit}
            min={1}
            integer
            required
            onChange={(limit) => limit !== undefined && set('Quota', { limit }, true)}
          />
          <SelectField
            label="Period"
            pointer={at('quota', 'period')}
            value={quota.period}
            options={PERIODS.map((period) => ({ value: period, label: period }))}
            onChange={(value) =>
              set('Period', { period: PERIODS.find((each) => each === value) ?? quota.period }, false)
            }
          />
          <DesignNumberField
            label="Offset"
            unit="requests"
            pointer={at('quota', 'offset')}
            value={quota.offset}
            placeholder="0"
            min={0}
            integer
            help="Taken from the limit in the first period."
            onChange={(offset) => {
              const { limit, period } = quota
              change('Offset', { quota: offset === undefined ? { limit, period } : { limit, period, offset } }, true)
            }}
          />
        </div>
      )}
    </PanelSection>
  )
}
