import { useEffect } from 'react'
import { focusField, focusSection } from './focus-field.ts'
import { useUrl } from './url.ts'

/** Follows `?section=&field=` of the address once the content stands (`ready`): task links and gaps end at the exact place. */
export function useJump(ready: boolean): void {
  const { search } = useUrl()
  const { section, field } = search
  useEffect(() => {
    if (!ready || (!section && !field)) return
    const timer = setTimeout(() => {
      if (!(field && focusField(field, section)) && section) focusSection(section)
    }, 60)
    return () => clearTimeout(timer)
  }, [ready, section, field])
}
