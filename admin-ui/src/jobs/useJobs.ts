import type { Job } from '@stogram/client/shared/api/plugins';
import { useCallback, useState } from 'react';
import { session } from '../app/session';
import { useLooking } from '../ui/useLooking';

const calm = 5_000;
const keen = 1_500;

/** The jobs, looked at again while somebody looks, more often while some run. */
export function useJobs() {
  const [jobs, setJobs] = useState<Job[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const look = useCallback(async () => {
    try {
      setJobs(await session.api.jobs());
      setError(null);
    } catch (failure) {
      setError(failure);
    }
  }, []);
  useLooking(look, jobs?.some(job => job.state === 'RUNNING') ? keen : calm);
  return { jobs, error, look };
}
