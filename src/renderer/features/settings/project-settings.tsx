import { DEFAULT_ASSUMPTIONS, type Assumptions } from '@shared/design/assumptions'
import type { ThrottleSettings } from '@shared/design/design'
import { setAccountThrottle } from '@shared/design/edits/set-account-throttle'
import { setAssumptions } from '@shared/design/edits/set-assumptions'
import { useDesignStore } from '../../stores/design-store'
import { Chip } from '../../ui/chip'
import { NumberField, SwitchField } from '../../ui/fields'
import { formatNumber } from '../../ui/format'
import { PanelSection } from '../../ui/panel-section'
import { LIMITS, SMALL_REGIONS } from '@shared/limits'
import { ASSUMPTION_WORDS, type AssumptionWords } from './assumption-words'

function changeThrottle(name: string, patch: Partial<ThrottleSettings>): void {
  useDesignStore.getState().edit(name, (design) => setAccountThrottle(design, patch), name)
}

function usualLimits(region: string): string {
  const isSmall = SMALL_REGIONS.includes(region)
  const rate = isSmall ? LIMITS.smallRegionRate : LIMITS.accountRate
  const burst = isSmall ? LIMITS.smallRegionBurst : LIMITS.accountBurst
  return `${formatNumber(rate.value)} requests/s and a burst of ${formatNumber(burst.value)}`
}

function AccountThrottle() {
  const throttle = useDesignStore((state) => state.design?.account.throttleSettings)
  const region = useDesignStore((state) => state.design?.region ?? '')
  if (throttle === undefined) return null
  return (
    <PanelSection title={`Account limits in ${region}`}>
      <p className="gw-settings-note">
        One bucket for every API of the account in this Region; no other limit can lift it. AWS starts an account here
        with {usualLimits(region)}, and raises the rate on request.
      </p>
      <div className="gw-settings-fields">
        <NumberField
          label="Account rate limit"
          unit="requests/s"
          pointer="/account/throttleSettings/rateLimit"
          value={throttle.rateLimit}
          min={0}
          required
          onChange={(rateLimit) => {
            if (rateLimit !== undefined) changeThrottle('Set account rate limit', { rateLimit })
          }}
        />
        <NumberField
          label="Account burst limit"
          unit="requests"
          pointer="/account/throttleSettings/burstLimit"
          value={throttle.burstLimit}
          min={0}
          integer
          required
          onChange={(burstLimit) => {
            if (burstLimit !== undefined) changeThrottle('Set account burst limit', { burstLimit })
          }}
        />
      </div>
    </PanelSection>
  )
}

function AssumptionField({
  words,
  assumptions,
}: {
  readonly words: AssumptionWords
  readonly assumptions: Partial<Assumptions>
}) {
  const { name, label, help, tag } = words
  const isDefault = assumptions[name] === undefined
  return (
    <SwitchField
      label={label}
      pointer={`/assumptions/${name}`}
      checked={assumptions[name] ?? DEFAULT_ASSUMPTIONS[name]}
      help={
        <>
          {help} {tag !== null && <Chip tone="outline">assumed, {tag}</Chip>}{' '}
          {!isDefault && <Chip tone="info">changed here</Chip>}
        </>
      }
      onChange={(checked) => {
        // The default is not written down: a project then follows it when more becomes known.
        const value = checked === DEFAULT_ASSUMPTIONS[name] ? undefined : checked
        useDesignStore
          .getState()
          .edit(`Set ${label.toLowerCase()}`, (design) => setAssumptions(design, { [name]: value }))
      }}
    />
  )
}

const NO_ASSUMPTIONS: Partial<Assumptions> = {}

/** What of the open project has no place on the Design screen. */
export function ProjectSettings() {
  const assumptions = useDesignStore((state) => state.design?.assumptions ?? NO_ASSUMPTIONS)
  return (
    <>
      <AccountThrottle />
      <PanelSection title="Where AWS does not say">
        <p className="gw-settings-note">
          AWS does not document these. Choose what you have observed, or try both and see what a simulation makes of it.
        </p>
        {ASSUMPTION_WORDS.map((words) => (
          <AssumptionField key={words.name} words={words} assumptions={assumptions} />
        ))}
      </PanelSection>
    </>
  )
}
