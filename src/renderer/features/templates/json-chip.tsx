import { useTemplateStore } from '../../stores/template-store'
import { Chip } from '../../ui/chip'
import { useWantsJson } from './use-output'

/** Whether the output is JSON, and where it stops being it. Nothing where it is not meant to be. */
export function JsonChip() {
  const json = useTemplateStore((state) => state.shown?.answer.json)
  const wantsJson = useWantsJson()
  if (!json || (!json.valid && !wantsJson)) return null
  return json.valid ? (
    <Chip tone="success">JSON</Chip>
  ) : (
    <span title={`Line ${json.line}, column ${json.column}: ${json.message}`}>
      <Chip tone="danger">
        <span className="gw-tpl-wide">not JSON,</span> line {json.line}
      </Chip>
    </span>
  )
}
