import { ActionIcon, NativeSelect, Tooltip } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Design, ThrottleSettings } from '@shared/design/design'
import { methodSettingKey } from '@shared/design/method-settings'
import { findApi, findRestApi, restRoutes } from '@shared/design/route-key'
import type { ApiStage } from '@shared/design/usage-plan'
import { LIMITS } from '@shared/limits'
import { DesignNumberField } from '../../stores/design-fields'
import { ActionButton } from '../../ui/action-button'
import { PanelSection } from '../../ui/panel-section'
import type { PlanPartProps } from './plan-part'

/** The stages that a plan covers, each with limits for single methods. */
export function PlanStages({ design, plan, at, change }: PlanPartProps & { readonly design: Design }) {
  const free = coverableStages(design).filter(
    (each) => !plan.apiStages.some((covered) => covered.apiId === each.apiId && covered.stage === each.stage),
  )
  const [chosen, setChosen] = useState('')
  const choice = free.find((each) => stageId(each) === chosen) ?? free[0]
  return (
    <PanelSection title="Stages it covers">
      {plan.apiStages.length === 0 && <p className="gw-editor-note">None: its keys open nothing.</p>}
      {plan.apiStages.map((covered, index) => (
        <CoveredStage
          key={stageId(covered)}
          design={design}
          covered={covered}
          at={(...path) => at('apiStages', index, ...path)}
          onChange={(next, isTyped) =>
            change('Method limits', { apiStages: plan.apiStages.with(index, next) }, isTyped)
          }
          onRemove={() => change('Stages', { apiStages: plan.apiStages.toSpliced(index, 1) }, false)}
        />
      ))}
      <div className="gw-record-add">
        <NativeSelect
          className="gw-field"
          aria-label="Stage to cover"
          value={choice === undefined ? '' : stageId(choice)}
          data={free.map((each) => ({ value: stageId(each), label: stageLabel(design, each) }))}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <ActionButton
          disabledReason={choice === undefined ? 'The plan covers every stage of every REST and WebSocket API' : null}
          onClick={() => choice !== undefined && change('Stages', { apiStages: [...plan.apiStages, choice] }, false)}
        >
          Cover stage
        </ActionButton>
      </div>
    </PanelSection>
  )
}

/** HTTP APIs know no keys. */
function coverableStages(design: Design): ApiStage[] {
  return design.apis.flatMap((api) =>
    api.protocolType !== 'HTTP' ? Object.keys(api.stages).map((stage) => ({ apiId: api.id, stage })) : [],
  )
}

function stageId({ apiId, stage }: ApiStage): string {
  return `${apiId} ${stage}`
}

function stageLabel(design: Design, { apiId, stage }: ApiStage): string {
  return `${findApi(design, apiId)?.name ?? apiId}, ${stage}`
}

interface CoveredStageProps {
  readonly design: Design
  readonly covered: ApiStage
  at(...path: (string | number)[]): string
  onChange(next: ApiStage, isTyped: boolean): void
  onRemove(): void
}

function CoveredStage({ design, covered, at, onChange, onRemove }: CoveredStageProps) {
  const label = stageLabel(design, covered)
  const throttle = covered.throttle ?? {}
  const put = (key: string, limit: ThrottleSettings, isTyped: boolean): void =>
    onChange({ ...covered, throttle: { ...throttle, [key]: limit } }, isTyped)
  return (
    <div className="gw-covered" role="group" aria-label={label}>
      <div className="gw-covered-head">
        <span>{label}</span>
        <Tooltip label={`Stop covering ${label}`}>
          <ActionIcon size={24} aria-label={`Stop covering ${label}`} onClick={onRemove}>
            <IconTrash size={14} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </div>
      {Object.entries(throttle).map(([key, limit]) => (
        <MethodLimit
          key={key}
          methodKey={key}
          limit={limit}
          at={(member) => at('throttle', key, member)}
          onChange={(next) => put(key, next, true)}
          onRemove={() => onChange(withoutLimit(covered, key), false)}
        />
      ))}
      <AddMethodLimit
        design={design}
        covered={covered}
        onAdd={(key) => put(key, { rateLimit: 10, burstLimit: 20 }, false)}
      />
    </div>
  )
}

function withoutLimit({ apiId, stage, throttle }: ApiStage, key: string): ApiStage {
  const kept = Object.entries(throttle ?? {}).filter(([each]) => each !== key)
  return kept.length === 0 ? { apiId, stage } : { apiId, stage, throttle: Object.fromEntries(kept) }
}

interface MethodLimitProps {
  readonly methodKey: string
  readonly limit: ThrottleSettings
  at(member: string): string
  onChange(limit: ThrottleSettings): void
  onRemove(): void
}

function MethodLimit({ methodKey, limit, at, onChange, onRemove }: MethodLimitProps) {
  return (
    <div className="gw-method-limit">
      <span className="gw-mono gw-method-limit-key">{methodKey}</span>
      <DesignNumberField
        label="Rate limit"
        unit="requests/s"
        pointer={at('rateLimit')}
        value={limit.rateLimit}
        min={0}
        required
        onChange={(rateLimit) => rateLimit !== undefined && onChange({ ...limit, rateLimit })}
      />
      <DesignNumberField
        label="Burst limit"
        unit="requests"
        pointer={at('burstLimit')}
        value={limit.burstLimit}
        min={0}
        integer
        required
        onChange={(burstLimit) => burstLimit !== undefined && onChange({ ...limit, burstLimit })}
      />
      <Tooltip label={`Remove the limit of ${methodKey}`}>
        <ActionIcon aria-label={`Remove the limit of ${methodKey}`} onClick={onRemove}>
          <IconTrash size={14} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}

interface AddMethodLimitProps {
  readonly design: Design
  readonly covered: ApiStage
  onAdd(key: string): void
}

function AddMethodLimit({ design, covered, onAdd }: AddMethodLimitProps) {
  const api = findRestApi(design, covered.apiId)
  const taken = covered.throttle ?? {}
  const routes =
    api === undefined
      ? []
      : restRoutes(api).filter((route) => !Object.hasOwn(taken, methodSettingKey(route.path, route.verb)))
  const [chosen, setChosen] = useState('')
  const route = routes.find((each) => each.routeKey === chosen) ?? routes[0]
  const limit = LIMITS.methodThrottlesPerApiStage.value
  const isFull = Object.keys(taken).length >= limit
  return (
    <div className="gw-record-add">
      <NativeSelect
        className="gw-field"
        aria-label="Method to limit"
        value={route?.routeKey ?? ''}
        data={routes.map((each) => each.routeKey)}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <ActionButton
        disabledReason={
          isFull
            ? `A plan limits at most ${limit} methods of a stage`
            : route === undefined
              ? 'Every method has a limit'
              : null
        }
        onClick={() => route !== undefined && onAdd(methodSettingKey(route.path, route.verb))}
      >
        Limit method
      </ActionButton>
    </div>
  )
}
