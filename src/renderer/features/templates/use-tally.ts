import { useShallow } from 'zustand/react/shallow'
import { useDesignStore } from '../../stores/design-store'
import { templateNamed, useTemplateStore } from '../../stores/template-store'
import { caseTally, type CaseTally } from './case-tally'

const NO_CASES: CaseTally = { total: 0, known: 0, passed: 0, failed: 0 }

/** How the cases of the template on screen stand. */
export function useTally(): CaseTally {
  const name = useTemplateStore((state) => state.name)
  const results = useTemplateStore((state) => (name === null ? undefined : state.results[name]))
  return useDesignStore(
    useShallow((state) => {
      const template = templateNamed(state.design, name)
      return template === undefined ? NO_CASES : caseTally(template, results)
    }),
  )
}
