import { useEffect, useState } from 'react'
import { loadMonaco, loadedMonaco, type Monaco } from './load-monaco'

/** Monaco once it is loaded, which the first call begins; null until then, 'failed' when its files cannot be had. */
export function useMonaco(): Monaco | 'failed' | null {
  const [monaco, setMonaco] = useState<Monaco | 'failed' | null>(loadedMonaco)
  useEffect(() => {
    let isHere = true
    loadMonaco().then(
      (loaded) => isHere && setMonaco(loaded),
      () => isHere && setMonaco('failed'),
    )
    return () => {
      isHere = false
    }
  }, [])
  return monaco
}
