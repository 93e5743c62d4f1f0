import { useMemo } from 'react'
import type { TemplateCase } from '@shared/design/mapping-template'
import { diffJson } from '@shared/design/diff-json'
import { useEvent } from './use-template'

/** Whether the event being tried is another than the one of a case. */
export function useIsEdited(templateCase: TemplateCase): boolean {
  const event = useEvent()
  return useMemo(
    () => event !== templateCase.event && diffJson(templateCase.event, event).length > 0,
    [event, templateCase],
  )
}
