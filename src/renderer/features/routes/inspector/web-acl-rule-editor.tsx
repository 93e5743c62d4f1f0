import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import {
  DEFAULT_EVALUATION_WINDOW_SEC,
  EVALUATION_WINDOWS_SEC,
  type IpSetStatement,
  type RateBasedStatement,
  type WebAclRule,
} from '@shared/design/web-acl'
import { LIMITS } from '@shared/limits'
import { DesignNumberField, DesignSelectField, DesignTextField } from '../../../stores/design-fields'
import { useProblemAt } from '../../../stores/problems'
import { TextField } from '../../../ui/fields'
import { PanelSection } from '../../../ui/panel-section'
import { addressesIn, problemOfAclName } from '../web-acl-rules'

export interface WebAclRuleEditorProps {
  readonly rule: WebAclRule
  readonly otherNames: readonly string[]
  /** JSON pointer of the rule. */
  readonly pointer: string
  readonly isFirst: boolean
  readonly isLast: boolean
  onChange(what: string, rule: WebAclRule, isTyped: boolean): void
  onMove(by: -1 | 1): void
  onRemove(): void
}

/** One rule: its name, what it does, and which requests it matches. */
export function WebAclRuleEditor(props: WebAclRuleEditorProps) {
  const { rule, otherNames, pointer, onChange } = props
  const { statement } = rule
  return (
    <PanelSection title={<span className="gw-mono">{rule.name}</span>} action={<RuleActions {...props} />}>
      <div className="gw-field-pair">
        <DesignTextField
          label="Rule name"
          pointer={`${pointer}/name`}
          value={rule.name}
          mono
          validate={(name) => problemOfAclName(name, otherNames)}
          onChange={(name) => onChange('Name', { ...rule, name }, true)}
        />
        <DesignSelectField
          label="Action"
          pointer={`${pointer}/action`}
          value={rule.action}
          options={actionsOf(statement)}
          onChange={(value) => onChange('Action', { ...rule, action: actionOf(value) }, false)}
        />
      </div>
      {statement.type === 'IP_SET' ? (
        <Addresses {...props} statement={statement} />
      ) : (
        <Rate {...props} statement={statement} />
      )}
    </PanelSection>
  )
}

const ACTIONS = [
  { value: 'BLOCK', label: 'Block' },
  { value: 'COUNT', label: 'Count only' },
  { value: 'ALLOW', label: 'Allow' },
] as const

/** A rate-based rule cannot allow. */
function actionsOf({ type }: WebAclRule['statement']): readonly { value: string; label: string }[] {
  return ACTIONS.filter(({ value }) => type === 'IP_SET' || value !== 'ALLOW')
}

function actionOf(value: string): WebAclRule['action'] {
  return ACTIONS.find((each) => each.value === value)?.value ?? 'BLOCK'
}

function Addresses(props: WebAclRuleEditorProps & { readonly statement: IpSetStatement }) {
  const { rule, pointer, statement, onChange } = props
  const at = `${pointer}/statement/addresses`
  return (
    <TextField
      label="Addresses"
      pointer={at}
      value={statement.addresses.join('\n')}
      mono
      multiline
      placeholder="203.0.113.0/24"
      help="Blocks of addresses, one a line. A single address ends in /32 or /128."
      error={useProblemAt(at, true)}
      onChange={(text) =>
        onChange('Addresses', { ...rule, statement: { ...statement, addresses: addressesIn(text) } }, true)
      }
    />
  )
}

function Rate(props: WebAclRuleEditorProps & { readonly statement: RateBasedStatement }) {
  const { rule, pointer, statement, onChange } = props
  const change = (what: string, patch: Partial<RateBasedStatement>, isTyped: boolean): void =>
    onChange(what, { ...rule, statement: { ...statement, ...patch } }, isTyped)
  return (
    <>
      <div className="gw-field-pair">
        <DesignNumberField
          label="Limit"
          unit="requests"
          pointer={`${pointer}/statement/limit`}
          value={statement.limit}
          min={LIMITS.webAclRateMin.value}
          max={LIMITS.webAclRateMax.value}
          integer
          onChange={(limit) => limit !== undefined && change('Limit', { limit }, true)}
        />
        <DesignSelectField
          label="Within"
          pointer={`${pointer}/statement/evaluationWindowSec`}
          value={String(statement.evaluationWindowSec ?? DEFAULT_EVALUATION_WINDOW_SEC)}
          options={EVALUATION_WINDOWS_SEC.map((seconds) => ({ value: String(seconds), label: `${seconds} s` }))}
          onChange={(value) => change('Window', { evaluationWindowSec: Number(value) }, false)}
        />
      </div>
      <p className="gw-inspector-note">
        Requests of one address; what is blocked counts too, so a caller must slow down to get in again.
      </p>
    </>
  )
}

function RuleActions({ rule, isFirst, isLast, onMove, onRemove }: WebAclRuleEditorProps) {
  return (
    <span className="gw-rule-actions">
      {!isFirst && <RuleAction label={`Ask rule ${rule.name} earlier`} Icon={IconArrowUp} onClick={() => onMove(-1)} />}
      {!isLast && <RuleAction label={`Ask rule ${rule.name} later`} Icon={IconArrowDown} onClick={() => onMove(1)} />}
      <RuleAction label={`Remove rule ${rule.name}`} Icon={IconTrash} onClick={onRemove} />
    </span>
  )
}

interface RuleActionProps {
  readonly label: string
  readonly Icon: typeof IconTrash
  onClick(): void
}

function RuleAction({ label, Icon, onClick }: RuleActionProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon size={24} aria-label={label} onClick={onClick}>
        <Icon size={14} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  )
}
