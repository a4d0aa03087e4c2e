//! How far a run is, on a terminal: rows, rows per second, and the share of a file.

use std::io::{self, IsTerminal, Seek};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A progress bar, or none where nobody would look at it.
pub(crate) struct Progress {
    bar: Option<ProgressBar>,
    rows: usize,
}

impl Progress {
    /// A bar where standard error is a terminal and neither input nor output is: lines that are typed or
    /// shown are progress enough.
    pub(crate) fn new(quiet: bool) -> Self {
        let shown =
            !quiet && io::stderr().is_terminal() && !io::stdin().is_terminal() && !io::stdout().is_terminal();
        Self {
            bar: shown.then(bar),
            rows: 0,
        }
    }

    /// Notes rows that were written, and the bytes of input they took.
    pub(crate) fn add(&mut self, rows: usize, bytes: u64) {
        self.rows += rows;
        if let Some(bar) = &self.bar {
            let rate = self.rows as f64 / bar.elapsed().as_secs_f64().max(0.001);
            bar.set_message(format!("{} rows, {rate:.0} rows/s", self.rows));
            bar.inc(bytes);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            // Leaves the line with the figures of the whole run.
            bar.abandon();
        }
    }
}

fn bar() -> ProgressBar {
    let (bar, shape) = match left_in_file() {
        Some(bytes) => (ProgressBar::new(bytes), "{bar:30} {percent} %, {msg}"),
        None => (ProgressBar::no_length(), "{spinner} {msg}"),
    };
    bar.set_draw_target(ProgressDrawTarget::stderr());
    // The shapes are right; if one were not, a plain bar would be shown.
    bar.set_style(ProgressStyle::with_template(shape).unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar
}

/// How many bytes are left in standard input, where it is a file.
#[cfg(unix)]
fn left_in_file() -> Option<u64> {
    use std::fs::{File, Metadata};
    use std::os::fd::AsFd;
    let mut file = File::from(io::stdin().as_fd().try_clone_to_owned().ok()?);
    let about = file.metadata().ok().filter(Metadata::is_file)?;
    Some(about.len().saturating_sub(file.stream_position().ok()?))
}

/// Elsewhere the size is not looked for.
#[cfg(not(unix))]
fn left_in_file() -> Option<u64> {
    None
}
