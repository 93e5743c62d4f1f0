import { useEffect, useLayoutEffect } from 'react'
import { useDesignStore } from '../../stores/design-store'
import { templateNamed, useTemplateStore } from '../../stores/template-store'
import { runAllCases, runCasesOf } from './case-runs'
import { render } from './render-loop'
import { useEvent, useTemplateName, useTemplatePart } from './use-template'

/** Render whenever the text, the event, the profile or what is wanted of the answer changes. */
export function useRenders(): void {
  const name = useTemplateName()
  const source = useTemplatePart((template) => template.source, '')
  const profile = useTemplatePart((template) => template.profile, 'apigw')
  const compare = useTemplateStore((state) => state.outputTab === 'compare')
  const event = useEvent()
  // Before the next paint: no time passes between a key and its render.
  useLayoutEffect(() => {
    if (name !== null) render(name, { template: source, event, profile, record: true, compare })
  }, [name, source, profile, event, compare])
}

/** Play all cases when the screen opens, and those of a template whenever it or its cases change. */
export function useCaseRuns(): void {
  const name = useTemplateName()
  const template = useDesignStore((state) => templateNamed(state.design, name))
  useEffect(runAllCases, [])
  useEffect(() => {
    if (name !== null && template !== undefined && template.cases.length > 0) runCasesOf(name)
  }, [name, template])
}
