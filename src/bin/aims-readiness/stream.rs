//! Answers rows on all cores and writes the answers in the order of the rows.
//!
//! One thread reads batches, several answer them, one writes. The writer waits for the batches in their
//! order; how many are on their way is bounded, so a fast reader waits for a slow writer and memory stays
//! the same however long the input is. Each batch is written at once: nothing is held back.

use std::io::{self, Write};
use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::options::Options;
use crate::progress::Progress;
use crate::rows::{Batch, Row, Rows};

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It is blank and has no answer.
    Blank,
    /// It was answered.
    Used,
    /// It could not be used; its error stands in its place.
    Failed,
}

/// The answers to a batch.
#[derive(Default)]
struct Done {
    out: Vec<u8>,
    bytes: u64,
    rows: usize,
    failed: usize,
}

/// Reads all rows, and writes what `answer` leaves for each. With one job all of it is done by one thread.
///
/// Returns the number of rows that could not be used.
pub(crate) fn run<S: Rows>(
    mut source: S,
    mut out: impl Write + Send,
    options: Options,
    answer: impl Fn(Row<S::Content>, &mut Vec<u8>) -> io::Result<Outcome> + Sync,
) -> io::Result<usize> {
    let (jobs, mut progress) = (options.jobs.get(), options.progress);
    if jobs > 1 {
        return run_on(jobs, source, out, progress, &answer);
    }
    let mut failed = 0;
    while let Some(batch) = source.next()? {
        failed += write(&mut out, answered(batch, &answer)?, &mut progress)?;
    }
    Ok(failed)
}

fn run_on<S: Rows>(
    jobs: usize,
    mut source: S,
    mut out: impl Write + Send,
    mut progress: Progress,
    answer: &(impl Fn(Row<S::Content>, &mut Vec<u8>) -> io::Result<Outcome> + Sync),
) -> io::Result<usize> {
    // The order bounds the work too: a batch is in both, and in the order first.
    let (order, ordered) = sync_channel::<Receiver<io::Result<Done>>>(2 * jobs);
    let (work, waiting) = channel::<(Batch<S::Content>, SyncSender<io::Result<Done>>)>();
    let waiting = &Mutex::new(waiting);
    thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(move || {
                loop {
                    let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    let Ok((batch, done)) = next else { break };
                    // Nobody waits for it where writing failed.
                    drop(done.send(answered(batch, answer)));
                }
            });
        }
        let writer = scope.spawn(move || {
            let mut failed = 0;
            for result in ordered {
                let done = result.recv().map_err(io::Error::other)??;
                failed += write(&mut out, done, &mut progress)?;
            }
            Ok(failed)
        });
        let read = loop {
            let batch = match source.next() {
                Ok(Some(batch)) => batch,
                Ok(None) => break Ok(()),
                Err(error) => break Err(error),
            };
            let (done, result) = sync_channel(1);
            // Both fail only where the writer has ended.
            if order.send(result).is_err() || work.send((batch, done)).is_err() {
                break Ok(());
            }
        };
        drop((order, work));
        let written = writer.join();
        let written = written.unwrap_or_else(|_| Err(io::Error::other("writing stopped")));
        written.and_then(|failed| read.map(|()| failed))
    })
}

fn answered<R>(
    batch: Batch<R>,
    answer: &impl Fn(Row<R>, &mut Vec<u8>) -> io::Result<Outcome>,
) -> io::Result<Done> {
    let mut done = Done {
        bytes: batch.bytes,
        ..Done::default()
    };
    for row in batch.rows {
        let outcome = answer(row, &mut done.out)?;
        done.rows += usize::from(outcome != Outcome::Blank);
        done.failed += usize::from(outcome == Outcome::Failed);
    }
    Ok(done)
}

/// Writes the answers to a batch. The number of rows that could not be used.
fn write(out: &mut impl Write, done: Done, progress: &mut Progress) -> io::Result<usize> {
    out.write_all(&done.out)?;
    out.flush()?;
    progress.add(done.rows, done.bytes);
    Ok(done.failed)
}
