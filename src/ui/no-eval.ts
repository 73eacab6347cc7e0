import { z } from 'zod'

// The content security policy forbids code made from text; Zod would try it with the first shape it is given.
z.config({ jitless: true })
