import { QueryClient } from '@tanstack/react-query'
import { asApiError } from './api-error.ts'

/** The store of views: one for the window. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // Without a line a view says so at once, and is read when the line is back.
      networkMode: 'always',
      refetchOnReconnect: true,
      retry: (times, error) =>
        times < 2 && navigator.onLine && (asApiError(error).status === 0 || asApiError(error).status >= 500),
    },
    // Without a line an act fails at once: one that waits unseen would be done after the person has thought better of it.
    mutations: { networkMode: 'always', retry: false },
  },
})
