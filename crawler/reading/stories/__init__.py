"""Stories of a page that holds several: digests and newspaper pages given as text."""

from crawler.reading.stories.split import split_stories
from crawler.reading.stories.story import StoryText

__all__ = ["StoryText", "split_stories"]
