import { findPython } from '../find-python'

/** Whether tests of Python handlers can run here; why not, otherwise. */
export async function whyNoPython(): Promise<string | null> {
  const found = await findPython(process.env)
  return 'problem' in found ? found.problem : null
}
