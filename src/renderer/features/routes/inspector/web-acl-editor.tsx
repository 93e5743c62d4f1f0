import { ActionIcon, Tooltip } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { putWebAcl } from '@shared/design/edits/put-web-acl'
import { removeWebAcl } from '@shared/design/edits/remove-web-acl'
import type { Design } from '@shared/design/design'
import type { WebAcl, WebAclRule } from '@shared/design/web-acl'
import { webAclOf } from '@shared/design/web-acl-arn'
import { pointerTo } from '@shared/diagnostic'
import { DesignSelectField } from '../../../stores/design-fields'
import { useDesignStore } from '../../../stores/design-store'
import { editWithUndo } from '../../../stores/edit-with-undo'
import { ActionButton } from '../../../ui/action-button'
import { PanelSection } from '../../../ui/panel-section'
import { movedRule, newRule } from '../web-acl-rules'
import { WebAclRuleEditor } from './web-acl-rule-editor'

export interface WebAclEditorProps {
  readonly design: Design
  readonly acl: WebAcl
}

/** A web ACL: what it does by default, and its rules in the order they are asked. */
export function WebAclEditor({ design, acl }: WebAclEditorProps) {
  const index = (design.webAcls ?? []).indexOf(acl)
  const at = (...path: (string | number)[]): string => pointerTo(['webAcls', index, ...path])
  const { rules } = acl
  const put = (what: string, patch: Partial<WebAcl>, isTyped = false): void => {
    const name = `${what} of web ACL ${acl.name}`
    useDesignStore
      .getState()
      .edit(name, (before) => putWebAcl(before, { ...acl, ...patch }), isTyped ? `${name} ${index}` : undefined)
  }
  const putRules = (what: string, next: readonly WebAclRule[], isTyped = false): void =>
    put(what, { rules: next }, isTyped)
  return (
    <>
      <PanelSection title={`Web ACL ${acl.name}`} action={<RemoveAcl name={acl.name} />}>
        <DesignSelectField
          label="Where no rule decides"
          pointer={at('defaultAction')}
          value={acl.defaultAction}
          options={[
            { value: 'ALLOW', label: 'Allow' },
            { value: 'BLOCK', label: 'Block' },
          ]}
          help={stagesBehind(design, acl)}
          onChange={(value) => put('Default action', { defaultAction: value === 'BLOCK' ? 'BLOCK' : 'ALLOW' })}
        />
      </PanelSection>
      {rules.map((rule, place) => (
        <WebAclRuleEditor
          key={place}
          rule={rule}
          otherNames={rules.filter((each) => each !== rule).map(({ name }) => name)}
          pointer={at('rules', place)}
          isFirst={place === 0}
          isLast={place === rules.length - 1}
          onChange={(what, next, isTyped) => putRules(`${what} of rule ${place + 1}`, rules.with(place, next), isTyped)}
          onMove={(by) => putRules('Order of rules', movedRule(rules, place, by))}
          onRemove={() => putRules(`Remove rule ${rule.name}`, rules.toSpliced(place, 1))}
        />
      ))}
      <div className="gw-inspector-actions gw-record-add">
        <ActionButton onClick={() => putRules('Add rule', [...rules, newRule('IP_SET', rules)])}>
          Add address rule
        </ActionButton>
        <ActionButton onClick={() => putRules('Add rule', [...rules, newRule('RATE_BASED', rules)])}>
          Add rate rule
        </ActionButton>
      </div>
    </>
  )
}

function RemoveAcl({ name }: { readonly name: string }) {
  const remove = (): void => {
    editWithUndo({
      name: `Delete web ACL ${name}`,
      change: (design) => removeWebAcl(design, name),
      message: `Web ACL ${name} is deleted`,
      code: 'web-acl-deleted',
    })
  }
  return (
    <Tooltip label={`Delete web ACL ${name}`}>
      <ActionIcon size={24} aria-label={`Delete web ACL ${name}`} onClick={remove}>
        <IconTrash size={14} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  )
}

/** An ACL may stand before several stages: who edits it should know. */
function stagesBehind(design: Design, acl: WebAcl): string {
  const stages = design.apis.flatMap((api) =>
    api.protocolType !== 'REST'
      ? []
      : Object.entries(api.stages).flatMap(([name, stage]) =>
          webAclOf(design, stage) === acl ? [`${name} of ${api.name}`] : [],
        ),
  )
  return `In front of ${stages.join(', ')}.`
}
