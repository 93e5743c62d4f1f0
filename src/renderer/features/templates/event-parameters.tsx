import type { TemplateParams } from '@shared/template-event'
import { RecordEditor } from '../../ui/record-editor'
import { changeEvent } from './event-draft'
import { useEvent } from './use-template'

const GROUPS = [
  { member: 'path', title: 'Path', noun: 'path parameter' },
  { member: 'querystring', title: 'Query string', noun: 'query string parameter' },
  { member: 'header', title: 'Headers', noun: 'header' },
] as const satisfies readonly { member: keyof TemplateParams; title: string; noun: string }[]

/** What `$input.params()` gives. */
export function EventParams() {
  const { params = {} } = useEvent()
  return (
    <div className="gw-tpl-form">
      {GROUPS.map(({ member, title, noun }) => (
        <fieldset key={member}>
          <legend>{title}</legend>
          <RecordEditor
            noun={noun}
            record={params[member] ?? {}}
            pointer={`/event/params/${member}`}
            keyLabel={`Name of the ${noun}`}
            keyPlaceholder="Name"
            valueLabel="Value"
            onChange={(record) => changeEvent({ params: { ...params, [member]: record } })}
          />
        </fieldset>
      ))}
    </div>
  )
}

/** What `$stageVariables` gives. */
export function EventStageVariables() {
  const { stageVariables = {} } = useEvent()
  return (
    <div className="gw-tpl-form">
      <fieldset>
        <legend>Stage variables</legend>
        <RecordEditor
          noun="stage variable"
          record={stageVariables}
          pointer="/event/stageVariables"
          keyLabel="Name of the stage variable"
          keyPlaceholder="Name"
          valueLabel="Value"
          onChange={(record) => changeEvent({ stageVariables: record })}
        />
      </fieldset>
    </div>
  )
}
